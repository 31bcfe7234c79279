import * as v from 'valibot';
import { type Log, LogSchema } from '../core/engine/logSchema.ts';
import type { Settings } from '../core/records/settings.ts';
import { HOUR_MS, SECOND_MS } from '../core/time.ts';
import { ALARM } from './alarm.ts';
import { browser } from './browser.ts';
import { nowMs } from './clock.ts';
import { quietness, tellsInput } from './idle.ts';
import { load } from './storage/engineRecords.ts';
import { LOG_KEY } from './storage/log.ts';
import { hadInputWhileIdle, recall, rememberInputWhileIdle } from './storage/session.ts';

/** No person gives input for this long. */
const NEVER_IDLE_MS = 12 * HOUR_MS;

/** What Exhale sees now. */
export interface Sees {
  atMs: number;
  /** `unknown`: the browser tells nothing of input. */
  idle: 'active' | 'idle' | 'locked' | 'unknown';
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
  if (tellsInput() && (await browser.idle.queryState(60)) === 'idle')
    await rememberInputWhileIdle();
}

export const lies = async (): Promise<Lies> => liesWith((await load(nowMs())).settings);

async function liesWith({ presence }: Settings): Promise<Lies> {
  if (presence === 'clock' || !tellsInput()) return null;
  const [memory, inputWhileIdle] = await Promise.all([recall(), hadInputWhileIdle()]);
  if (inputWhileIdle) return 'inputWhileIdle';
  return memory !== null && nowMs() - memory.quietSeenAtMs > NEVER_IDLE_MS ? 'neverIdle' : null;
}

export async function sees(): Promise<Sees> {
  const atMs = nowMs();
  const [quiet, alarm, log, { state, settings, tally }] = await Promise.all([
    quietness('idle'),
    browser.alarms.get(ALARM),
    loadLog(),
    load(atMs),
  ]);
  return {
    atMs,
    ...quiet,
    ...(!tellsInput() && { idle: 'unknown' }),
    lastInputAtMs: quiet.quietSeconds > 0 ? atMs - quiet.quietSeconds * SECOND_MS : state.inputAtMs,
    alarmAtMs: alarm?.scheduledTime ?? null,
    log,
    faults: tally.faults,
    lies: await liesWith(settings),
  };
}

/** Exhale's decisions in this browser session. A log that can't be read is as good as none. */
async function loadLog(): Promise<Log> {
  const parsed = v.safeParse(LogSchema, (await browser.storage.session.get(LOG_KEY))[LOG_KEY]);
  return parsed.success ? parsed.output : [];
}
