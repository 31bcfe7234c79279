import { browser } from '../../shell/browser.ts';
import { wait } from '../../shell/clock.ts';
import { openOwnPage } from '../../shell/pages.ts';

/** No answer counts as an ordinary install. */
const ANSWER_LIMIT_MS = 1000;

/** Opens the welcome page after an install, but not on the computers of a company that installed it for all. */
export async function welcome(): Promise<void> {
  const isForced = await Promise.race([
    installType().then(
      (type) => type === 'admin',
      () => false,
    ),
    wait(ANSWER_LIMIT_MS).then(() => false),
  ]);
  if (!isForced) await openOwnPage('/welcome.html');
}

/** This one function of the API needs no permission. */
const installType = async () => (await browser.management.getSelf()).installType;
