import { setTimeout as sleep } from 'node:timers/promises';
import type { Permission } from '../../driver/exhale.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press } from '../../driver/hands.ts';
import { until } from '../../driver/wait.ts';

/** The browser's dialogs take no answer for half a second: nobody can have read them sooner. */
const DIALOG_PROTECTS_MS = 1000;

/**
 * Has the browser ask by `asks`, and answers with yes by the keyboard, again if that was not heard.
 * The tests of a file share a browser, which remembers the answer: later ones need not ask.
 */
export async function allowOnce(
  exhale: ExhaleInChromium,
  permission: Permission,
  asks: () => Promise<void>,
): Promise<void> {
  const isAllowed = () => exhale.mayUse(permission);
  const hasKeyboard = async () => (await exhale.windows()).some(({ focused }) => focused);
  await until(
    `${permission} are allowed`,
    async () => {
      if (await isAllowed()) return true;
      await asks();
      // What was allowed once, and given back, is allowed again without a question.
      await until('the dialog has the keyboard', async () => {
        return (await isAllowed()) || !(await hasKeyboard());
      });
      if (await isAllowed()) return true;
      await sleep(DIALOG_PROTECTS_MS);
      // Its default is to deny.
      await press('Tab', 'Return');
      await until('the dialog is gone', hasKeyboard);
      return isAllowed();
    },
    { seconds: 60 },
  );
}
