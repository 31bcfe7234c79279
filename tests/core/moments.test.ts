import { describe, expect, it } from 'vitest';
import { day } from './scenario.ts';

describe('somebody who comes back', () => {
  it('after minutes without a sign has a minute of peace, also when stillness counts for longer', () => {
    const told = day({ detectionSeconds: 300 }).works(34).rests(3);
    expect(told.screenMinutes).toBe(37);
    expect(told.passes(0.9).prompts).toEqual([30]);
    expect(told.passes(0.1).prompts).toEqual([30, 38]);
  });
});

describe('fifteen seconds without input', () => {
  it('are told from the last input, also when the break fell due a moment after it', () => {
    const told = day({ patienceMinutes: 5 }).works(29.9).rests(0.5).passes(1);
    expect(told.prompts).toEqual([30.15]);
  });

  it('with sound in view are watching, also when the break fell due a moment after the last input', () => {
    const told = day({ patienceMinutes: 1 }).begins('sound').works(29.9).rests(0.5).passes(0.7);
    expect(told.prompts).toEqual([]);
    expect(told.passes(0.4).prompts).toEqual([31.4]);
  });
});

describe('sound or a call', () => {
  it('keeps somebody at the screen until the lock', () => {
    const told = day({ restMinutes: 1 }).begins('call').works(31).rests(1).passes(-0.3).locks(1.1);
    expect(told.naturalRests).toEqual([1.1]);
  });

  it('that ends in the middle of a stillness spoke for somebody until then', () => {
    const told = day().works(10).rests(1.1).passes(-1).begins('sound').passes(0.2).ends('sound');
    expect(told.passes(2).screenMinutes).toBe(12.3);
  });
});

describe('a lock', () => {
  it('ends a stillness that was no absence yet, and counts from there', () => {
    const told = day({ detectionSeconds: 300 }).works(10).rests(4).passes(-1).locks(2);
    expect(told.screenMinutes).toBe(13);
  });

  it('in an absence leaves its beginning where it was', () => {
    const told = day().works(10).rests(20).passes(-17).locks(3);
    expect(told.naturalRests).toEqual([6]);
  });
});
