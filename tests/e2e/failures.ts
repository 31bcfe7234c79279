import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';
import { pictureOfDisplay } from '../driver/display.ts';
import type { Exhale } from '../driver/exhale.ts';

/** Pictures and states of failed tests; git ignores it. */
const FOLDER = fileURLToPath(new URL('../../reports/e2e/', import.meta.url));

/** Every running Exhale. */
export const running = new Set<Exhale>();

/** Saves a picture of the screen, and the state of each running Exhale. */
export async function tellOfFailure(task: TestContext['task']): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const attempt = (task.result?.retryCount ?? 0) + 1;
  const name = `${task.file.projectName} ${task.name} ${attempt}`;
  const file = `${FOLDER}${name.replace(/[^a-z0-9]+/gi, '-').slice(0, 120)}`;
  const known = [...running].map((exhale) => exhale.describe().catch(String));
  writeFileSync(`${file}.json`, JSON.stringify(await Promise.all(known), null, 1));
  const picture = pictureOfDisplay(`${file}.png`).then(() => `${file}.png`, String);
  const reason = task.result?.errors?.at(-1)?.message;
  console.error(
    `Failed: ${task.name}\n  ${reason}\n  the screen: ${await picture}\n  the state: ${file}.json`,
  );
}
