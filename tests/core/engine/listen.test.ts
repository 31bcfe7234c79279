import { describe, expect, it } from 'vitest';
import { day } from './day.ts';

const SECOND = 1 / 60;

describe('music', () => {
  it('with a short rest of the hands every two minutes delays an ask no longer than patience', () => {
    const told = day({ patienceMinutes: 2 })
      .works(100 * SECOND)
      .begins('sound')
      .works(1600 * SECOND);
    for (let rest = 0; rest < 4; rest++) told.rests(20 * SECOND).works(80 * SECOND);
    expect(told.prompts).toEqual([32]);
  });
});

describe('a film', () => {
  /** Watched from minute 20 on, and due at 30. */
  const film = () => day().begins('sound').works(20).leaves().passes(11);

  it('goes on through a short silence', () => {
    const told = film()
      .ends('sound')
      .passes(2.4 * SECOND)
      .begins('sound')
      .passes(10);
    expect(told.prompts).toEqual([]);
  });

  it('goes on through a quiet passage of some minutes, which is no rest', () => {
    const told = film().ends('sound').passes(4).begins('sound').passes(20);
    expect(told.screenMinutes).toBe(55);
    told.returns().works(0.5);
    expect(told.naturalRests).toEqual([]);
    expect(told.screenMinutes).toBe(55.5);
  });

  it('is over after a silence of more than five minutes, which is a rest', () => {
    const told = film().ends('sound').passes(5.5).begins('sound').passes(4).returns();
    expect(told.naturalRests).toEqual([9.5]);
  });

  it('is over after a silence with input in it', () => {
    const told = film().ends('sound').passes(1).returns().leaves().passes(1.5).begins('sound');
    expect(told.passes(5).returns().naturalRests).toEqual([6.5]);
  });

  it('is over when the machine was locked meanwhile', () => {
    const told = film().ends('sound').passes(1).tells({ type: 'locked' }).passes(3);
    expect(told.begins('sound').passes(5).returns().naturalRests).toEqual([9]);
  });

  it('that is over is a good moment: after half a minute of silence, or at the next input', () => {
    expect(film().ends('sound').passes(1).prompts).toEqual([31.5]);
    expect(film().ends('sound').passes(0.1).returns().prompts).toEqual([31.1]);
  });
});

describe('a call that is known by its sound', () => {
  it('goes on through a short silence, even with input', () => {
    const told = day().works(29).begins('call-heard').works(5).ends('call-heard').works(0.1);
    told.begins('call-heard');
    expect(told.works(5).prompts).toEqual([]);
    expect(told.ends('call-heard').works(1).prompts).toEqual([39.6]);
  });

  it('is no good moment for what falls due after it, even if nothing looked in between', () => {
    const told = day({ patienceMinutes: 2 }).works(26).begins('call-heard').works(2);
    expect(told.ends('call-heard').works(10).prompts).toEqual([32]);
  });
});
