import type { Reply } from '../../shell/messages.ts';
import type { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import { until } from '../../tests/driver/wait.ts';

declare const browser: typeof import('../../shell/browser.ts').browser;

export function hold(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** However many calls of the browser hang. A busy machine gets as long again. */
const ANSWER_MS = 10_000;

/** A command is answered, whatever goes on. */
export async function isAnswered(exhale: ExhaleInChromium, command: object): Promise<Reply> {
  const sentAtMs = Date.now();
  const reply = await exhale.tell(command);
  const { type } = command as { type: string };
  hold(
    Date.now() - sentAtMs < ANSWER_MS,
    `“${type}” was answered after ${Date.now() - sentAtMs} ms`,
  );
  hold('ok' in Object(reply), `“${type}” was answered by ${JSON.stringify(reply)}`);
  return reply;
}

/** For the browser, loading an extension again is an update. */
export async function update(exhale: ExhaleInChromium): Promise<void> {
  void exhale.evaluate(() => browser.runtime.reload()).catch(() => undefined);
  await until('its pages are gone', async () => !(await exhale.browser.target(/16\.png$/)));
  exhale.forgetInside();
  await until('it is there again', () => exhale.evaluate(() => true));
}
