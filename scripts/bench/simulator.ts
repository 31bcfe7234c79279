import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { weekInLog } from '../../core/simulate/weekInLog.ts';
import { whatIf } from '../../core/simulate/whatIf.ts';
import { DAY_MS } from '../../core/time.ts';
import { busyWeek, settingsWith } from '../../tests/driver/seed.ts';
import { temporaryFolder } from '../../tests/driver/temporaryFolder.ts';
import { seeded } from '../seeded.ts';
import { ROOT } from '../setup/command.mjs';
import { atMost, percentile, type Row } from './budget.ts';

const DAYS = 365;
const EVENTS = 150;
const RUNS = 3;
const REPLAYS = 40;
/** 9:00 to 19:30. */
const DAY_SECONDS = 37_800;

/** How long the simulator takes for a year, and for a week in the settings. */
export async function simulator(): Promise<Row[]> {
  const file = join(temporaryFolder('year'), 'year.jsonl');
  writeFileSync(file, `${year().join('\n')}\n`);
  const seconds: number[] = [];
  for (let run = 0; run < RUNS; run++) seconds.push(await replay(file));
  const name = `${DAYS} days of ${EVENTS} events in the simulator`;
  return [atMost(2, 's', name, percentile(seconds, 50)), week()];
}

/** What the settings work out each time that a control moves. */
function week(): Row {
  const atMs = Date.UTC(2026, 2, 9);
  const read = weekInLog(busyWeek(atMs), atMs / DAY_MS);
  const samples = Array.from({ length: REPLAYS }, (_, nth) => {
    const fromMs = performance.now();
    whatIf(read, settingsWith({ rhythms: { short: { intervalMinutes: 20 + nth } } }));
    return performance.now() - fromMs;
  });
  const name = 'A busy week, replayed with other settings';
  return atMost(50, 'ms', name, percentile(samples, 95));
}

async function replay(file: string): Promise<number> {
  const script = join(ROOT, 'scripts/simulate.ts');
  const args = [...process.execArgv, script, file, '--time'];
  const { stderr } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 28 });
  return Number.parseFloat(stderr);
}

/** The same year every time. */
function year(): string[] {
  const random = seeded(20_260_302);
  return Array.from({ length: DAYS }, (_, day) => {
    const start = new Date(Date.UTC(2026, 0, 1 + day, 9)).toISOString().slice(0, 19);
    const times = Array.from({ length: EVENTS }, () => Math.floor(random() * DAY_SECONDS));
    times.sort((a, b) => a - b);
    const events = times.map((at, index) => ({
      at,
      ...(index === 0 ? { type: 'active' } : happening(random)),
    }));
    const observe = [9000, 18_000, 27_000];
    const scenario = { id: `day-${day}`, start, timeZone: 'Europe/Berlin' };
    return JSON.stringify({ ...scenario, events, end: DAY_SECONDS, observe });
  });
}

/** Event types of a day. Common ones stand several times. */
function happening(random: () => number): object {
  const one = <T>(things: T[]): T => things[Math.floor(random() * things.length)] as T;
  return one([
    () => ({ type: one(['active', 'idle']) }),
    () => ({ type: one(['active', 'idle']) }),
    () => ({ type: 'still', seconds: 10 + Math.floor(random() * 300) }),
    () => ({ type: one(['tab-switch', 'window-switch', 'page-loaded']) }),
    () => ({ type: one(['tab-switch', 'window-switch', 'page-loaded']) }),
    () => ({ type: one(['sound', 'full-screen', 'call']), on: random() < 0.5 }),
    () => ({ type: one(['locked', 'worker-killed', 'active', 'sleep', 'wake', 'active']) }),
    () => ({
      type: 'user',
      action: one(['start-break', 'finish-break', 'leave-break', 'snooze', 'skip', 'resume']),
    }),
    () => ({
      type: 'settings',
      patch: { rhythms: { short: { intervalMinutes: 20 + 5 * Math.floor(random() * 6) } } },
    }),
  ])();
}
