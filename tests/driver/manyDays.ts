import type { Entry } from '../../core/records/entry.ts';

export interface ManyDays {
  /** Local day numbers, both included. */
  firstDay: number;
  lastDay: number;
  /** On a day of work. */
  spansADay: number;
  breaksADay: number;
  seed: number;
  offsetMinutes?: number;
}

/**
 * Days at the screen, made up but always the same for a seed: weekends are shorter or empty. It uses nothing from outside,
 * so that it can run in a page.
 */
export function manyDays(wish: ManyDays): Entry[] {
  const { firstDay, lastDay, spansADay, breaksADay, offsetMinutes = 0 } = wish;
  const minute = 60_000;
  let state = wish.seed;
  // Mulberry32, as in scripts/seeded.ts.
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const entries: Entry[] = [];
  let next = 0;
  const add = (fromMs: number, toMs: number, more: object) => {
    const id = `m${(next++).toString(36)}-${wish.seed}`;
    entries.push({ id, fromMs, toMs, offsetMinutes, ...more } as unknown as Entry);
  };
  const fates = ['break', 'break', 'break', 'later', 'skip', 'unanswered', 'rest'];
  const kinds = ['breathing', 'breathing', 'breathing', 'stillness', 'eyes', 'movement', 'water'];

  const remind = (atMs: number, rhythm: string) => {
    const ended = pick(fates);
    const afterMs = Math.floor(chance() ** 3 * 400) * 1000 + 2000;
    const held =
      chance() < 0.3 ? { [pick(['call', 'watching', 'fullScreen', 'patience'])]: 200 } : {};
    const shownAtMs = chance() < 0.05 ? null : atMs;
    const times = shownAtMs === null ? 0 : 1;
    add(atMs - minute, atMs + afterMs, { is: 'reminder', rhythm, shownAtMs, times, held, ended });
  };

  const takeBreak = (fromMs: number, toMs: number) => {
    const kind = pick(kinds);
    const atMs = Math.floor(fromMs + (toMs - fromMs) * (0.3 + chance() * 0.4));
    const seconds = chance() < 0.2 ? 300 : 60;
    const rhythm = seconds === 300 ? 'long' : 'short';
    const pattern = kind === 'breathing' ? 'longExhale' : null;
    const taken = chance() < 0.85;
    const more = { is: 'break', rhythm, kind, pattern, seconds, taken, begun: 'asked' };
    add(atMs, atMs + (seconds + 3) * 1000, more);
    remind(atMs - 5000, rhythm);
    if (chance() < 0.5) remind(Math.floor(fromMs + minute), 'short');
  };

  const restEach = Math.max(1, Math.round(spansADay / 7));
  const breakEach = Math.max(1, Math.round(spansADay / breaksADay));

  const work = (beginsMs: number, lengthMs: number, spans: number) => {
    const eachMs = lengthMs / spans;
    for (let nth = 0; nth < spans; nth++) {
      const fromMs = Math.floor(beginsMs + nth * eachMs);
      const rests = nth % restEach === restEach - 1;
      const gapMs = rests ? (6 + chance() ** 2 * 30) * minute : Math.min(60_000, eachMs / 3);
      const toMs = Math.floor(fromMs + Math.max(eachMs * 0.3, eachMs - gapMs));
      add(fromMs, toMs, { is: 'span', awaySeconds: 0, ended: 'idle' });
      if (rests && nth < spans - 1)
        add(toMs, toMs + Math.floor(gapMs), { is: 'rest', how: 'natural' });
      if (nth % breakEach === breakEach - 1) takeBreak(fromMs, toMs);
    }
  };

  for (let day = firstDay; day <= lastDay; day++) {
    // 1970 began on a Thursday.
    const isWeekend = (((day + 3) % 7) + 7) % 7 > 4;
    if (isWeekend && chance() < 0.5) continue;
    const share = isWeekend ? 0.2 : 1;
    const midnightMs = (day * 1440 - offsetMinutes) * minute;
    work(
      midnightMs + Math.floor(500 + chance() * 70) * minute,
      Math.floor((470 + chance() * 190) * share) * minute,
      Math.max(1, Math.round(spansADay * share)),
    );
  }
  return entries;
}
