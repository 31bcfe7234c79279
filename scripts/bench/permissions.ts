import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import { until } from '../../tests/driver/wait.ts';
import { atMost, type Row } from './budget.ts';
import type { Ground } from './ground.ts';

declare const chrome: {
  management: { getPermissionWarningsByManifest(manifest: string): Promise<string[]> };
};

interface Manifest {
  permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: unknown[];
  content_security_policy?: { extension_pages?: string };
}

const PAGES = ['welcome', 'popup', 'options', 'days', 'why', 'evidence', 'prompt', 'break'];
/** The trial of the reminder. Without it, and without a question, the page would close itself. */
const QUERIES: Record<string, string> = { prompt: '?test' };

/** Which permissions the install asks for, and whether any request is made. */
export async function permissions({ dist }: Ground): Promise<Row[]> {
  const text = readFileSync(join(dist, 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const hosts = [...(manifest.host_permissions ?? []), ...(manifest.permissions ?? [])];
  const exhale = await ExhaleInChromium.start({ dist });
  try {
    const walk = await walkThrough(exhale, text);
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
    await exhale.close();
  }
}

/** The sources that `connect-src` allows; `*` if the policy does not say. */
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

/** Opens every page, opens everything folded in it, begins a break, and notes every request. */
async function walkThrough(exhale: ExhaleInChromium, manifest: string) {
  const { devtools } = exhale.browser;
  const own = exhale.url('');
  const requests: string[] = [];
  devtools.on('Network.requestWillBeSent', ({ request }) => {
    if (leaves(request.url, own)) requests.push(request.url);
  });
  const worker = await exhale.worker();
  if (worker === undefined) throw new Error('the worker sleeps');
  const attach = { targetId: worker.targetId, flatten: true };
  const { sessionId } = await devtools.send('Target.attachToTarget', attach);
  await devtools.send('Network.enable', {}, sessionId);
  const warnings = await exhale.evaluate(
    (text) => chrome.management.getPermissionWarningsByManifest(text),
    manifest,
  );
  await exhale.tell({ type: 'startBreak', kind: 'breathing' });
  for (const name of PAGES) {
    const page = await exhale.browser.open('data:text/html,<p>Next');
    await page.send('Network.enable');
    await page.send('Page.navigate', { url: exhale.url(`${name}.html${QUERIES[name] ?? ''}`) });
    await until(`${name} is drawn`, () => page.evaluate(isDrawn));
    await page.evaluate(unfold);
    await page.close();
  }
  return { warnings, requests };
}

const isDrawn = () => document.querySelector('main, #root > *') !== null;

/** Opens everything folded, and waits for what that loads. */
async function unfold() {
  for (const folded of document.querySelectorAll<HTMLElement>('[aria-expanded=false], summary'))
    folded.click();
  await new Promise((resolve) => setTimeout(resolve, 300));
}

const leaves = (url: string, origin: string): boolean =>
  !url.startsWith(origin) && !/^(about|data|blob):/.test(url);
