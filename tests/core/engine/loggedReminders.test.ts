import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '../../../core/time.ts';
import { day, dayOfBoth } from './day.ts';
import { inShort, minuteOf, START } from './inShort.ts';

describe('a reminder', () => {
  it.each([
    ['break', day().works(30.5).does('start-break').passes(2)],
    ['later', day().works(30.5).does('snooze')],
    ['skip', day().works(30.5).does('skip')],
    ['skip', day().works(30.5).does('decline')],
    [
      'settings',
      day()
        .works(30.5)
        .sets({ rhythms: { short: { intervalMinutes: 60 } } }),
    ],
  ])('tells how it was answered, and after how long: %s', (ended, told) => {
    expect(inShort(told.entriesOf('reminder'))).toEqual([
      {
        is: 'reminder',
        rhythm: 'short',
        from: 30,
        to: 30.5,
        shownAtMs: START + 30 * MINUTE_MS,
        times: 1,
        held: {},
        ended,
      },
    ]);
  });

  it('that is never answered was shown three times', () => {
    const [reminder] = day().works(45).entriesOf('reminder');
    expect(reminder).toMatchObject({ ended: 'unanswered', times: 3, held: { returning: 480 } });
  });

  it('that a rest answers ends when the person left', () => {
    const told = day().works(30.5).leaves().passes(7).returns().works(1);
    expect(inShort(told.entriesOf('reminder'))).toMatchObject([
      { ended: 'rest', from: 30, to: 30.5 },
    ]);
  });

  it('is not answered by a pause, which holds it back', () => {
    const told = day().works(30.5).does('pause', { minutes: 10 }).works(11).does('skip');
    const [reminder, ...others] = told.entriesOf('reminder');
    expect(others).toEqual([]);
    expect(reminder).toMatchObject({ ended: 'skip', times: 2, held: { paused: 600 } });
  });

  it('tells what held it back, and for how long', () => {
    const told = day({ patienceMinutes: 2 })
      .works(20)
      .begins('full-screen')
      .works(15)
      .begins('call')
      .ends('full-screen')
      .works(5)
      .ends('call')
      .works(3)
      .does('skip');
    const [reminder] = told.entriesOf('reminder');
    expect(reminder).toMatchObject({ held: { fullScreen: 300, call: 300 }, times: 1 });
    expect(minuteOf(reminder?.fromMs ?? 0)).toBe(30);
    expect(minuteOf(reminder?.shownAtMs ?? 0)).toBe(40);
  });

  it('that was never shown is kept if a rest came instead', () => {
    const told = day()
      .works(25)
      .begins('full-screen')
      .works(10)
      .leaves()
      .passes(12)
      .returns()
      .works(1);
    expect(told.entriesOf('reminder')).toMatchObject([
      { times: 0, shownAtMs: null, ended: 'rest', held: { fullScreen: 300 } },
    ]);
  });

  it('is held back by an absence from when the person left', () => {
    const told = day().works(25).begins('full-screen').works(10).rests(4).works(1).does('skip');
    expect(told.entriesOf('reminder')[0]?.held).toEqual({ fullScreen: 300 + 60, away: 240 });
  });

  it('that comes back while the person is leaving ends when it was last shown', () => {
    const told = day()
      .works(31)
      .begins('full-screen')
      .works(9)
      .leaves()
      .passes(0.5)
      .ends('full-screen')
      .passes(12)
      .returns()
      .works(1);
    expect(inShort(told.entriesOf('reminder'))).toMatchObject([
      { ended: 'rest', from: 30, to: 40.5, times: 2 },
    ]);
  });

  it('that was neither shown nor due after all is nothing', () => {
    const told = day({ patienceMinutes: 5, detectionSeconds: 300 })
      .works(27)
      .sets({ rhythms: { short: { intervalMinutes: 5 } } })
      .sets({ rhythms: { short: { intervalMinutes: 60 } } });
    expect(told.entriesOf('reminder')).toEqual([]);
  });

  it('is another one after a snooze', () => {
    const told = day().works(30.5).does('snooze', { minutes: 5 }).works(6).does('skip');
    expect(inShort(told.entriesOf('reminder'))).toMatchObject([
      { ended: 'later', from: 30 },
      { ended: 'skip', from: 35.5 },
    ]);
  });

  it('is for the longer break if that falls due meanwhile', () => {
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 33 } } })
      .works(36)
      .does('skip');
    expect(told.entriesOf('reminder')[0]).toMatchObject({ rhythm: 'long', times: 2 });
  });

  it('whose end was lost with the state says so', () => {
    const told = day().works(30.5).closes(1, 'missing').works(1);
    expect(told.entriesOf('reminder')).toMatchObject([{ ended: 'lost', times: 1 }]);
  });
});
