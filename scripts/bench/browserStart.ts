import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser } from '../../tests/driver/browser.ts';
import { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import { keepInstalled, newProfile } from '../../tests/driver/profile.ts';
import { temporaryFolder } from '../../tests/driver/temporaryFolder.ts';
import { until } from '../../tests/driver/wait.ts';
import { extensionId } from '../setup/builds.mjs';
import { findNeed } from '../setup/system.mjs';
import { type Row, withinSpread } from './budget.ts';
import { emptyExtension } from './emptyExtension.ts';
import type { Ground } from './ground.ts';
import { inTurns, type Side } from './rounds.ts';

/** The page is usable when it has painted and runs a task. Then it writes the time into its title. */
const PAGE = `<!doctype html><title>Opening</title><p>Something to read.</p><script>
  requestAnimationFrame(() => setTimeout(() => {
    document.title = 'usable ' + (performance.timeOrigin + performance.now());
  }));
</script>`;
const USABLE = 'usable ';

/** From the start of the browser to a usable first tab, in turns with Exhale and with the empty extension. */
export async function browserStart({ dist, rounds }: Ground): Promise<Row[]> {
  const file = join(temporaryFolder('page'), 'first.html');
  writeFileSync(file, PAGE);
  const first = pathToFileURL(file).href;
  const folders: Record<Side, string> = { exhale: dist, empty: emptyExtension(dist) };
  const profiles: Record<Side, string> = {
    exhale: await withExhale(dist),
    empty: await withEmpty(folders.empty),
  };
  const samples = await inTurns(rounds, async (side) => {
    const id = extensionId(folders[side]);
    keepInstalled(profiles[side], id);
    return msToStart(profiles[side], first, `chrome-extension://${id}/`);
  });
  const name = {
    what: 'The browser starts → its first tab can be used',
    beside: 'it hears of the start, and does nothing',
  };
  return [withinSpread(name, 'ms', samples)];
}

/** A profile in which Exhale has been installed for a while. */
async function withExhale(dist: string): Promise<string> {
  const exhale = await ExhaleInChromium.start({ dist });
  await exhale.begin({ minutesAtScreen: 3 });
  await exhale.browser.close();
  return exhale.browser.profile;
}

/** A profile that has the empty extension. */
async function withEmpty(folder: string): Promise<string> {
  const profile = newProfile(extensionId(folder));
  const browser = await Browser.start({ program: chromium(), profile });
  await browser.devtools.send('Extensions.loadUnpacked', { path: folder });
  await browser.close();
  return profile;
}

const chromium = (): string => findNeed('chromium') ?? '';

async function msToStart(profile: string, page: string, extension: string): Promise<number> {
  const startedAtMs = Date.now();
  const program = chromium();
  const browser = await Browser.start({ program, profile, flags: [page] });
  const titleOf = async () =>
    ((await browser.target(/\/first\.html$/)) as { title?: string } | undefined)?.title;
  const title = await until('the first tab can be used', async () => {
    const told = await titleOf();
    return told?.startsWith(USABLE) && told;
  });
  await until('the extension has started, too', () => browser.target(new RegExp(`^${extension}`)));
  await browser.close();
  return Number(title.slice(USABLE.length)) - startedAtMs;
}
