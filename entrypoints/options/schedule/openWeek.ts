import { weekInLog } from '../../../core/simulate/weekInLog.ts';
import { whatIf } from '../../../core/simulate/whatIf.ts';
import { DAY_MS } from '../../../core/time.ts';
import { localAt, nowMs } from '../../../shell/clock.ts';
import { readLog } from '../../../shell/storage/readLog.ts';
import type { Replay } from './WhatIf.tsx';

/** One more than a week, because days begin at midnight. */
const READ_MS = 8 * DAY_MS;

/** Reads the last seven days once, so that they can be replayed while a control moves. */
export async function openWeek(): Promise<Replay> {
  const atMs = nowMs();
  // Without the log, there is still the plain day.
  const log = await readLog(atMs - READ_MS, atMs).catch(() => null);
  const week = weekInLog(log?.entries ?? [], localAt(atMs).day);
  return (settings) => whatIf(week, settings);
}
