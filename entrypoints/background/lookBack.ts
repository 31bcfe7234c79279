import { PATHS } from '../../shell/addresses.ts';
import { browser } from '../../shell/browser.ts';
import { openPart } from '../../shell/pages.ts';
import { policyInForce } from '../../shell/policy.ts';
import { t } from '../../shell/words/t.ts';

/** The same id every time, so that there is never more than one. */
export const LOOK_BACK_ID = 'exhale-week';

/** Says that last week's page is there. Without the permission, or against a policy, nothing. */
export async function showLookBack(): Promise<void> {
  if (browser.notifications === undefined) return;
  if ((await policyInForce()).rulesOut.includes('notification')) return;
  await browser.notifications.create(LOOK_BACK_ID, {
    type: 'basic',
    iconUrl: '/icon/128.png',
    title: t('lookBack_title'),
    message: t('lookBack_text'),
    // Firefox throws on unknown options.
    ...(import.meta.env.FIREFOX ? {} : { silent: true }),
  });
}

export async function openLastWeek(): Promise<void> {
  await openPart(PATHS.days, '#lastWeek');
  await browser.notifications.clear(LOOK_BACK_ID);
}
