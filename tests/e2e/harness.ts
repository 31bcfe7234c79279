import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { picture, stir } from './desk.ts';

/** Pictures of what went wrong; git ignores them. */
const FAILURES = fileURLToPath(new URL('../../reports/e2e/', import.meta.url));
const POLL_MS = 100;
const STIR_EVERY_MS = 4000;
const TEST_SECONDS = 180;

interface Test {
  says: string;
  run: () => Promise<void>;
}

const tests: Test[] = [];

/** `says` is a sentence about what a person finds. */
export function test(says: string, run: () => Promise<void>): void {
  tests.push({ says, run });
}

export interface Patience {
  seconds?: number;
  /** Somebody moves the pointer meanwhile, so that it is no absence. */
  stirring?: boolean;
}

/**
 * Waits until `probe` gives something true, and gives that back. What is thrown meanwhile (a page that
 * is just opening) counts as not yet.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T> | T,
  { seconds = 10, stirring = false }: Patience = {},
): Promise<Exclude<T, false | null | undefined>> {
  const startedAtMs = Date.now();
  let stirredAtMs = 0;
  let last: unknown;
  for (;;) {
    try {
      last = await probe();
      if (last) return last as Exclude<T, false | null | undefined>;
    } catch (error) {
      last = error;
    }
    const nowMs = Date.now();
    if (nowMs - startedAtMs > seconds * 1000)
      throw new Error(`waited ${seconds} s in vain until ${what}; at last: ${told(last)}`);
    if (stirring && nowMs - stirredAtMs > STIR_EVERY_MS) {
      await stir();
      stirredAtMs = nowMs;
    }
    await sleep(POLL_MS);
  }
}

/** Watches for so long that `probe` never gives anything true. */
export async function never(
  what: string,
  probe: () => Promise<unknown> | unknown,
  { seconds = 3, stirring = false }: Patience = {},
): Promise<void> {
  const endsAtMs = Date.now() + seconds * 1000;
  let stirredAtMs = 0;
  while (Date.now() < endsAtMs) {
    const found = await probe();
    if (found) throw new Error(`it should never be that ${what}; yet: ${told(found)}`);
    if (stirring && Date.now() - stirredAtMs > STIR_EVERY_MS) {
      await stir();
      stirredAtMs = Date.now();
    }
    await sleep(POLL_MS);
  }
}

const told = (value: unknown): string =>
  value instanceof Error ? value.message : (JSON.stringify(value) ?? String(value));

interface Around {
  /** What there is to know when a test has failed. */
  told: () => Promise<string>;
  after: () => Promise<void>;
}

/**
 * Runs the tests whose sentence has every one of the `words`, one after the other.
 * The last line is the count.
 */
export async function runAll(words: string[], { told: scene, after }: Around): Promise<void> {
  const wished = tests.filter(({ says }) => words.every((word) => says.includes(word)));
  let failed = 0;
  for (const { says, run } of wished) {
    // A machine that is busy elsewhere may miss a deadline once; what fails twice has failed.
    const held = (await holds(says, run, scene, after)) || (await holds(says, run, scene, after));
    if (!held) failed++;
  }
  console.log(`${wished.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || wished.length === 0 ? 1 : 0;
}

async function holds(
  says: string,
  run: () => Promise<void>,
  scene: Around['told'],
  after: Around['after'],
): Promise<boolean> {
  const startedAtMs = Date.now();
  const seconds = () => `${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`;
  try {
    await within(run());
    console.log(`ok    ${says} (${seconds()})`);
    return true;
  } catch (error) {
    console.log(`FAIL  ${says} (${seconds()})`);
    console.log(indented(error instanceof Error ? (error.stack ?? error.message) : told(error)));
    console.log(`      the screen then: ${await lastPicture(says)}`);
    console.log(indented(await scene().catch(told)));
    return false;
  } finally {
    await after();
  }
}

async function within(run: Promise<void>): Promise<void> {
  const limit = new AbortController();
  try {
    await Promise.race([
      run,
      sleep(TEST_SECONDS * 1000, undefined, { signal: limit.signal }).then(() => {
        throw new Error(`not done after ${TEST_SECONDS} s`);
      }),
    ]);
  } finally {
    limit.abort();
  }
}

const indented = (text: string): string => text.replace(/^/gm, '      ');

async function lastPicture(says: string): Promise<string> {
  mkdirSync(FAILURES, { recursive: true });
  const file = join(FAILURES, `${says.replace(/[^a-z0-9]+/gi, '-').slice(0, 80)}.png`);
  try {
    await picture(file);
    return file;
  } catch (error) {
    return told(error);
  }
}
