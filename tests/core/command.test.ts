import { describe, expect, it } from 'vitest';
import { day, dayOfBoth } from './scenario.ts';

describe('skipping', () => {
  it('the short break lets a longer one that is due by then wait for its own patience', () => {
    const told = dayOfBoth({
      rhythms: { short: { intervalMinutes: 20 }, long: { intervalMinutes: 22 } },
      patienceMinutes: 2,
    });
    told.works(21).switchesTab().passes(1.5).does('skip');
    expect(told.passes(1.75).askedFor).toEqual(['short']);
    told.passes(0.25);
    expect(told.askedFor).toEqual(['short', 'long']);
    expect(told.prompts).toEqual([21, 24.5]);
  });
});

describe('skipping while patience runs', () => {
  it('begins it anew for what else is due', () => {
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 40 } }, patienceMinutes: 9 });
    // Asked for the short one at 39; due for both from 40; its return would come from 44 on.
    told.works(45).does('skip').passes(8.9);
    expect(told.askedFor).toEqual(['short']);
  });
});

describe('"I just rested"', () => {
  it('said with the hands off is no part of the absence that follows', () => {
    const told = day({ restMinutes: 1 }).works(30.3).rests(1.5).passes(-0.6).does('rested');
    told.passes(0.7);
    expect(told.naturalRests).toEqual([1]);
  });
});
