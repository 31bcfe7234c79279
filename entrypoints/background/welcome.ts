import { browser } from '../../shell/browser.ts';
import { openOwnPage } from '../../shell/pages.ts';

/** Opens the welcome page after an install, but not on the computers of a company that installed it for all. */
export async function welcome(): Promise<void> {
  // This one function of the API needs no permission. No answer counts as an ordinary install.
  const self = await browser.management.getSelf().catch(() => null);
  if (self?.installType !== 'admin') await openOwnPage('/welcome.html');
}
