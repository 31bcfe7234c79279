import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../shell/browser.ts';
import { OPTIONAL } from '../../shell/permissions.ts';
import { siteOf } from '../../shell/siteOf.ts';

type SiteInView = { is: 'notAllowed' } | { is: 'site'; site: string };

/** The site in view when the popup was opened; null if there is none or the browser has not answered. */
export function useSiteInView(): SiteInView | null {
  const [inView, setInView] = useState<SiteInView | null>(null);
  useEffect(() => void look().then(setInView, () => undefined), []);
  return inView;
}

async function look(): Promise<SiteInView | null> {
  if (!(await browser.permissions.contains(OPTIONAL.sites))) return { is: 'notAllowed' };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const site = siteOf(tab?.url ?? '');
  return site === null ? null : { is: 'site', site };
}
