import { describe, expect, it } from 'vitest';
import { isDueBreak } from '../../../core/engine/dueBreak.ts';
import type { Command } from '../../../core/engine/event.ts';
import { AT, minutes, stored } from '../atNine.ts';
import { Desk } from './desk.ts';

/** A person who has worked for this long, and then begins a break. */
function begins(
  minutesAtScreen: number,
  wish: Omit<Extract<Command, { type: 'startBreak' }>, 'type'> = {},
) {
  const sinceMs = AT - minutes(minutesAtScreen);
  const counts = { screenSinceMs: sinceMs, countedFromMs: { short: sinceMs, long: sinceMs } };
  const desk = new Desk(AT, 'Etc/UTC', stored({ state: counts }));
  return desk.happens({ type: 'startBreak', ...wish });
}
const isDue = ({ now, atMs }: Desk): boolean => isDueBreak(now, atMs);

describe('a break that runs', () => {
  it('is the due one if its rhythm is due and it has that length', () => {
    expect(isDue(begins(61))).toBe(true);
    expect(begins(61).now.state.break?.rhythm).toBe('long');
    expect(isDue(begins(31))).toBe(true);
  });

  it('stays the due one while it waits', () => {
    expect(isDue(begins(61).happens({ type: 'waitForCaution' }).passes(minutes(2)))).toBe(true);
  });

  it('is not if nothing is due', () => {
    expect(isDue(begins(20))).toBe(false);
  });

  it('is not if it is another one that was chosen by hand', () => {
    expect(isDue(begins(61, { seconds: 200 }))).toBe(false);
    expect(isDue(begins(61, { rhythm: 'short' }))).toBe(false);
    expect(isDue(begins(31, { rhythm: 'long' }))).toBe(false);
  });

  it('is not without one', () => {
    expect(isDue(begins(61).happens({ type: 'leaveBreak' }))).toBe(false);
  });
});
