import { setTimeout as sleep } from 'node:timers/promises';
import type { Permission } from '../../driver/exhale.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press } from '../../driver/hands.ts';
import { until } from '../../driver/wait.ts';

/** The browser's dialogs ignore answers in the first half second. */
const DIALOG_PROTECTS_MS = 1000;

/**
 * Makes the browser ask by calling `asks`, and answers yes by keyboard, twice if needed. The tests of a file
 * share a browser that remembers the answer, so later tests need not ask.
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
      // A permission that was given once and given back is given again without a question.
      await until('the dialog has the keyboard', async () => {
        return (await isAllowed()) || !(await hasKeyboard());
      });
      if (await isAllowed()) return true;
      await sleep(DIALOG_PROTECTS_MS);
      // The default button denies.
      await press('Tab', 'Return');
      await until('the dialog is gone', hasKeyboard);
      return isAllowed();
    },
    { seconds: 60 },
  );
}
