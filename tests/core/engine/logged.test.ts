import { describe, expect, it } from 'vitest';
import { logged, type Taken } from '../../../core/engine/logged.ts';
import { runningSpan } from '../../../core/engine/runningSpan.ts';
import { MOST_WAITING, OUTBOX } from '../../../core/records/outbox.ts';
import { initialState } from '../../../core/records/state.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { AT, minutes, SEEN, stored } from '../atNine.ts';
import { day } from './day.ts';
import { inShort, minuteOf } from './inShort.ts';

describe('a span at the screen', () => {
  it('is kept once the person is back from an absence, not before', () => {
    const away = day().works(20).leaves().passes(8);
    expect(away.entriesOf('span')).toEqual([]);
    expect(inShort(away.returns().works(1).entriesOf('span'))).toEqual([
      { is: 'span', from: 0, to: 20, awaySeconds: 0, ended: 'idle' },
    ]);
  });

  it('goes on over an absence of less than a minute, which is no screen time', () => {
    const spans = day({ detectionSeconds: 30 }).works(10).rests(0.8).works(10).rests(6).works(1);
    expect(inShort(spans.entriesOf('span'))).toEqual([
      { is: 'span', from: 0, to: 20.8, awaySeconds: 48, ended: 'idle' },
    ]);
  });

  it.each([
    ['locked', day().works(10).locks(7)],
    ['asleep', day().works(10).sleeps(60)],
    ['closed', day().works(10).closes(60)],
    ['idle', day().works(10).leaves().passes(4).locks(5)],
    ['break', day().works(10).does('start-break').passes(3)],
    ['rested', day().works(10).does('rested')],
  ])('tells that it ended: %s', (ended, told) => {
    const [span] = told.works(1).entriesOf('span');
    expect(span).toMatchObject({ ended });
    // While the browser was closed nobody looked, so a checkpoint of that counts.
    expect(minuteOf(span?.toMs ?? 0)).toBe(ended === 'closed' ? 12.5 : 10);
  });

  it('ends when the break begins, and another begins with the first input after it', () => {
    const told = day().works(10).does('start-break').passes(0.5).does('leave-break').works(9);
    expect(inShort(told.rests(6).works(1).entriesOf('span'))).toEqual([
      { is: 'span', from: 0, to: 10, awaySeconds: 0, ended: 'break' },
      { is: 'span', from: 10.5, to: 19.5, awaySeconds: 0, ended: 'idle' },
    ]);
  });

  it('counts a film as the popup does', () => {
    const told = day()
      .works(5)
      .begins('sound')
      .leaves()
      .passes(30)
      .ends('sound')
      .passes(10)
      .returns();
    const [span] = told.works(1).entriesOf('span');
    expect(minuteOf(span?.toMs ?? 0)).toBeCloseTo(35, 0);
  });

  it('follows a clock that is set back, and keeps its length', () => {
    const told = day().works(30).clock(-120).works(10).rests(10).works(1);
    const [span] = told.entriesOf('span');
    expect(((span?.toMs ?? 0) - (span?.fromMs ?? 0)) / MINUTE_MS).toBeCloseTo(40, 0);
  });

  it('has the local time that the person had at its end', () => {
    const told = day().works(10).travels('Asia/Tokyo').works(5).rests(6).works(1);
    expect(told.entriesOf('span')[0]?.offsetMinutes).toBe(9 * 60);
  });

  it('is forgotten with the state, because nobody knows when it ended', () => {
    const told = day().works(30).closes(1, 'garbage').works(10).rests(6).works(1);
    expect(inShort(told.entriesOf('span')).map(({ from, to }) => [from, to])).toEqual([[31, 41]]);
  });
});

describe('a rest', () => {
  it('is natural, guided by a break, or told', () => {
    const told = day()
      .works(10)
      .rests(6)
      .works(10)
      .does('start-break', { seconds: 300 })
      .passes(5)
      .passes(1)
      .works(2)
      .does('rested');
    expect(
      inShort(told.works(1).entriesOf('rest')).map(({ how, from, to }) => [how, from, to]),
    ).toEqual([
      ['natural', 10, 16],
      ['guided', 26, 31.1],
      ['told', 29, 34],
    ]);
  });

  it('is guided if the break and the absence after it reach the threshold only together', () => {
    const told = day().works(10).does('start-break', { seconds: 120 }).leaves().passes(6).returns();
    expect(inShort(told.works(1).entriesOf('rest'))).toEqual([
      { is: 'rest', from: 10, to: 16, how: 'guided' },
    ]);
  });

  it('is natural after a break if the absence alone is long enough', () => {
    const told = day().works(10).does('start-break', { seconds: 60 }).leaves().passes(8).returns();
    expect(inShort(told.works(1).entriesOf('rest'))).toEqual([
      { is: 'rest', from: 11.1, to: 18, how: 'natural' },
    ]);
  });

  it('that a break ends is kept, too', () => {
    const told = day().works(10).leaves().passes(7).does('start-break', { seconds: 60 }).passes(2);
    expect(inShort(told.entriesOf('rest'))).toEqual([
      { is: 'rest', from: 10, to: 17, how: 'natural' },
    ]);
  });

  it('is none before anybody was seen', () => {
    expect(day().passes(30).returns().works(1).entriesOf('rest')).toEqual([]);
    expect(day().passes(30).does('start-break').passes(3).entriesOf('rest')).toEqual([]);
  });
});

describe('a break', () => {
  it('has its kind, its planned and its real length', () => {
    const told = day().works(10).does('start-break', { kind: 'breathing', seconds: 60 });
    expect(inShort(told.passes(3).entriesOf('break'))).toEqual([
      {
        is: 'break',
        rhythm: 'short',
        kind: 'breathing',
        pattern: 'longExhale',
        seconds: 60,
        taken: true,
        begun: 'byHand',
        from: 10,
        to: 11.1,
      },
    ]);
  });

  it('that was left ended when it was left', () => {
    const told = day()
      .works(10)
      .does('start-break', { seconds: 300 })
      .passes(1)
      .does('leave-break');
    expect(inShort(told.entriesOf('break'))).toMatchObject([{ taken: false, from: 10, to: 11 }]);
  });

  it.each([
    ['asked', day().works(30.2).does('start-break')],
    ['asked', day().works(33).does('start-break')],
    ['asked', day().works(30.2).does('skip').works(1).does('take-after-all')],
    ['byHand', day().works(10).does('start-break')],
    ['byHand', day().works(30.2).does('snooze').works(1).does('start-break')],
    ['byHand', day().works(29).begins('full-screen').works(5).does('start-break')],
  ])('says whether a reminder began it: %s', (begun, told) => {
    expect(told.passes(3).entriesOf('break')).toMatchObject([{ begun }]);
  });
});

describe('the outbox', () => {
  const nothing: Taken = {
    before: stored(),
    event: { type: 'looked' },
    seen: SEEN,
    stored: stored(),
    outcomes: [],
    absences: [],
    reason: null,
  };

  it('stays the same object while there is nothing to keep', () => {
    const span = { fromMs: AT - minutes(30), awaySeconds: 0, left: null };
    const outbox = { ...OUTBOX.atFirst, span };
    expect(logged(outbox, nothing)).toBe(outbox);
  });

  it('begins with the span of a person whom an older Exhale has seen come', () => {
    expect(logged(OUTBOX.atFirst, nothing).span?.fromMs).toBe(AT - minutes(60));
  });

  it('drops the oldest entries if the database takes none for long', () => {
    const entries = Array.from({ length: MOST_WAITING }, (_, nth) => ({ id: `${nth}` }));
    const span = { fromMs: AT - minutes(30), awaySeconds: 0, left: null };
    const back = {
      why: 'back',
      fromMs: AT - minutes(9),
      toMs: AT,
      sinceMs: AT,
      isRest: false,
    } as const;
    const after = logged({ ...OUTBOX.atFirst, entries, span }, { ...nothing, absences: [back] });
    expect(after.entries).toHaveLength(MOST_WAITING);
    expect(after.entries[0]).toEqual({ id: '1' });
    expect(after.entries.at(-1)).toMatchObject({ is: 'span', toMs: AT - minutes(9) });
  });
});

describe('the span that goes on', () => {
  const span = { fromMs: AT - minutes(20), awaySeconds: 12, left: null };

  it('reaches to now while the person is there', () => {
    const now = stored({ state: { seenAtMs: AT } });
    expect(runningSpan({ span }, now, AT)).toEqual({
      fromMs: span.fromMs,
      toMs: AT,
      awaySeconds: 12,
    });
  });

  it('reaches to the last sign of the person', () => {
    const sinceMs = AT - minutes(4);
    const now = stored({
      state: { presence: { is: 'still', sinceMs, fromMs: 0, watched: false } },
    });
    expect(runningSpan({ span }, now, AT)?.toMs).toBe(sinceMs);
  });

  it('is none where nobody was seen', () => {
    expect(runningSpan({ span: null }, stored(), AT)).toBeNull();
    expect(runningSpan({ span }, stored({ state: initialState(span.fromMs) }), AT)).toBeNull();
  });
});
