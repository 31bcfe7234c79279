import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chromium, type Ground } from './chromium.ts';
import { type DevTools, Page, type Target } from './devTools.ts';
import { atMost, type Figure } from './figure.ts';

interface Manifest {
  permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: unknown[];
  content_security_policy?: { extension_pages?: string };
}

const PAGES = ['welcome', 'popup', 'options', 'days', 'why', 'prompt', 'break'];
/** What a prompt looks like, without a question: without either it would close itself. */
const QUERIES: Record<string, string> = { prompt: '?test' };

/** What the install asks for, and whether anything leaves the machine. */
export async function permissions(ground: Ground): Promise<Figure[]> {
  const text = readFileSync(join(ground.dist, 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const hosts = [...(manifest.host_permissions ?? []), ...(manifest.permissions ?? [])];
  const browser = await Chromium.open(ground);
  try {
    const origin = await browser.install(ground.dist);
    const walk = await walkThrough(browser.devTools, origin, text);
    return [
      atMost(0, '', 'Warnings at install', walk.warnings.length),
      atMost(
        0,
        '',
        'Host permissions',
        hosts.filter((name) => /:\/\/|<all_urls>/.test(name)).length,
      ),
      atMost(0, '', 'Content scripts', manifest.content_scripts?.length ?? 0),
      atMost(
        0,
        '',
        'Places to which the content security policy lets a page connect',
        connections(manifest.content_security_policy?.extension_pages ?? '').length,
      ),
      atMost(
        0,
        '',
        `Network requests in a walk through ${PAGES.length} pages`,
        walk.requests.length,
      ),
    ];
  } finally {
    await browser.close();
  }
}

/** The sources that `connect-src` names; everything, where nothing forbids it. */
function connections(policy: string): string[] {
  const directives = new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources] as const;
    }),
  );
  const sources = directives.get('connect-src') ?? directives.get('default-src') ?? ['*'];
  return sources.filter((source) => source !== "'none'");
}

/** Opens every page, begins a break and unfolds what unfolds, while every request is noted. */
async function walkThrough(devTools: DevTools, origin: string, manifest: string) {
  const requests: string[] = [];
  const stop = devTools.on(({ method, params, sessionId }) => {
    if (method === 'Target.attachedToTarget')
      void devTools.send('Network.enable', {}, params.sessionId as string).catch(() => undefined);
    const url = (params.request as { url?: string } | undefined)?.url ?? '';
    if (method === 'Network.requestWillBeSent' && sessionId && leaves(url, origin))
      requests.push(url);
  });
  const worker = (await devTools.targets()).find(isWorkerOf(origin));
  if (worker) await (await Page.attach(devTools, worker.targetId)).send('Network.enable');
  const first = await Page.open(devTools, `${origin}/popup.html`);
  const warnings = await first.evaluate<string[]>(
    `chrome.management.getPermissionWarningsByManifest(${JSON.stringify(manifest)})`,
  );
  await first.evaluate(`chrome.runtime.sendMessage({ type: 'startBreak', kind: 'breathing' })`);
  for (const name of PAGES) {
    const page = await Page.open(devTools, 'about:blank');
    await page.send('Network.enable');
    await page.send('Page.navigate', { url: `${origin}/${name}.html${QUERIES[name] ?? ''}` });
    await page.holds(`document.querySelector('main, #root > *')`);
    await page.evaluate(UNFOLD);
    await page.close();
  }
  stop();
  return { warnings, requests };
}

const isWorkerOf = (origin: string) => (target: Target) =>
  target.type === 'service_worker' && target.url.startsWith(origin);

const leaves = (url: string, origin: string): boolean =>
  !url.startsWith(origin) && !/^(about|data|blob):/.test(url);

/** Unfolds whatever is folded, and waits for what that loads. */
const UNFOLD = `(async () => {
  for (const folded of document.querySelectorAll('[aria-expanded=false], summary')) folded.click();
  await new Promise((resolve) => setTimeout(resolve, 300));
})()`;
