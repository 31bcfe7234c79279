import { ownUrl } from '../../shell/addresses.ts';
import { browser } from '../../shell/browser.ts';
import { wantsWelcome } from '../../shell/policy.ts';

/**
 * Opens the welcome page after an install, but not on the computers of a company that installed it for all. It can't
 * be open yet, so nothing is asked that may take too long while the browser is busy with the install.
 */
export async function welcome(): Promise<void> {
  // This one function of the API needs no permission. Safari lacks it. No answer counts as an ordinary install.
  const self = await browser.management?.getSelf().catch(() => null);
  if (self?.installType !== 'admin' && (await wantsWelcome()))
    await browser.tabs.create({ url: ownUrl('/welcome.html') });
}
