import type { Log } from '../core/engine/log.ts';
import { HOUR_MS, SECOND_MS } from '../core/time.ts';
import { ALARM } from './alarm.ts';
import { browser } from './browser.ts';
import { nowMs } from './clock.ts';
import { quietness } from './idle.ts';
import { load } from './storage/engineRecords.ts';
import { loadLog } from './storage/log.ts';
import { hadInputWhileIdle, recall, rememberInputWhileIdle } from './storage/session.ts';

/** No person gives input for this long. */
const NEVER_IDLE_MS = 12 * HOUR_MS;

/** What Exhale sees now. */
export interface Sees {
  atMs: number;
  idle: 'active' | 'idle' | 'locked';
  quietSeconds: number;
  lastInputAtMs: number;
  alarmAtMs: number | null;
  log: Log;
  /** Asks that came long after their time without a reason. */
  faults: number;
  lies: Lies;
}

/**
 * Why the system's idle reports can't be true: one of our pages got input although they said that there
 * was none for a minute, or they said “active” for twelve hours without a pause.
 */
export type Lies = 'inputWhileIdle' | 'neverIdle' | null;

/** One of our own pages got input. Remembers it if the system says that there was none. */
export async function noteInput(): Promise<void> {
  if ((await browser.idle.queryState(60)) === 'idle') await rememberInputWhileIdle();
}

export async function lies(): Promise<Lies> {
  const atMs = nowMs();
  const [memory, inputWhileIdle, { settings }] = await Promise.all([
    recall(),
    hadInputWhileIdle(),
    load(atMs),
  ]);
  if (settings.presence === 'clock') return null;
  if (inputWhileIdle) return 'inputWhileIdle';
  return memory !== null && atMs - memory.quietSeenAtMs > NEVER_IDLE_MS ? 'neverIdle' : null;
}

export async function sees(): Promise<Sees> {
  const atMs = nowMs();
  const [quiet, alarm, log, wrong, { state, tally }] = await Promise.all([
    quietness('idle'),
    browser.alarms.get(ALARM),
    loadLog(),
    lies(),
    load(atMs),
  ]);
  return {
    atMs,
    ...quiet,
    lastInputAtMs: quiet.quietSeconds > 0 ? atMs - quiet.quietSeconds * SECOND_MS : state.inputAtMs,
    alarmAtMs: alarm?.scheduledTime ?? null,
    log,
    faults: tally.faults,
    lies: wrong,
  };
}
