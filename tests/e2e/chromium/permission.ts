import { setTimeout as sleep } from 'node:timers/promises';
import { press } from '../desk.ts';
import { until } from '../harness.ts';
import type { Exhale } from './exhale.ts';

/** The browser's dialogs take no key for half a second, so that nobody answers what they have not read. */
const DIALOG_PROTECTS_MS = 1000;

/** Answers the browser's question with yes, as a person does with the keyboard. */
export async function allowInDialog(exhale: Exhale): Promise<void> {
  await until('the dialog has the keyboard', async () =>
    (await exhale.windows()).every(({ focused }) => !focused),
  );
  await sleep(DIALOG_PROTECTS_MS);
  // Its default is to deny.
  await press('Tab', 'Return');
  await until('the dialog is gone', async () =>
    (await exhale.windows()).some(({ focused }) => focused),
  );
}
