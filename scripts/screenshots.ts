/**
 * `npm run screenshots [-- --only popup,break] [--widths 320,1280] [--languages en,pseudo,de] [--quick]
 * [--forced]`:
 * takes a picture of every screen and lists text that is cut off. Ends with 1 if there is any.
 * `npm run screenshots -- --store [--languages en,ja]`: the pictures and tiles for the stores.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  Camera,
  type Colors,
  MOTIONS,
  type Motion,
  SCHEMES,
  type Scheme,
} from './screenshots/camera.ts';
import { LANGUAGES, SPOKEN } from './screenshots/package.ts';
import { SCREENS, type Screen } from './screenshots/screens.ts';
import { type Finding, type Picture, sheet } from './screenshots/sheet.ts';
import { STORE_PICTURES, takeStorePictures } from './screenshots/store/pictures.ts';
import { buildArgs, distFolder } from './setup/builds.mjs';
import { atEnd, ROOT, runMain, runQuietly, say } from './setup/command.mjs';
import { ensureFonts } from './setup/fonts.mjs';
import { ensureSystem } from './setup/system.mjs';

/** Other languages than English only test the words, so one scheme and fewer sizes are enough. */
const WIDEST_FOR_WORDS = 1280;

/** What can be asked for, and what is taken if nothing is: for every screen, each language takes minutes. */
const EVERY_SCREEN = { all: LANGUAGES, usual: ['en', 'pseudo', 'rtl'] };
const FOR_STORES = { all: SPOKEN, usual: ['en'] };

interface Wish {
  /** Everything is taken, so pictures of an earlier run are removed. */
  isWhole: boolean;
  screens: Screen[];
  languages: readonly string[];
  schemesIn: (language: string) => readonly Scheme[];
  motionsIn: (language: string) => readonly Motion[];
  colors: Colors;
  forStores: boolean;
}

await runMain(async () => {
  const wish = wished();
  if (typeof wish === 'string') {
    say(`screenshots: ${wish}`);
    return 2;
  }
  const startedAtMs = Date.now();
  const given = process.env.EXHALE_DIST;
  if (given === undefined) {
    say('Building Exhale …');
    await runQuietly('Building', process.execPath, buildArgs('chromium'));
  }
  const { chromium } = await ensureSystem(['chromium']);
  await ensureFonts(wish.languages);
  const folder = process.env.EXHALE_PICTURES ?? join(ROOT, 'screenshots');
  const dist = given ?? distFolder('chromium');
  if (wish.forStores) return forStores(wish.languages, chromium, dist, join(folder, 'store'));
  const pictures: Picture[] = [];
  const findings: Finding[] = [];
  for (const language of wish.languages) {
    say(`Taking pictures (${language}) …`);
    if (wish.isWhole) rmSync(join(folder, language), { recursive: true, force: true });
    mkdirSync(join(folder, language), { recursive: true });
    const camera = await Camera.in(language, chromium, { dist, colors: wish.colors });
    atEnd(() => camera.close());
    for (const screen of wish.screens) {
      const taken = await takeAll(camera, screen, language, wish, folder);
      pictures.push(...taken.pictures);
      findings.push(...taken.findings);
    }
    await camera.close();
  }
  writeFileSync(join(folder, 'index.html'), sheet(pictures, findings));
  for (const { picture, is, at, text } of findings)
    console.log(`${picture}  ${is}  ${at}  “${text}”`);
  const seconds = Math.round((Date.now() - startedAtMs) / 1000);
  console.log(
    `${pictures.length} pictures of ${wish.screens.length} screens in ${seconds} s, ${findings.length} findings. All on one page: ${join(folder, 'index.html')}`,
  );
  return findings.length > 0 ? 1 : 0;
});

async function forStores(
  languages: readonly string[],
  chromium: string,
  dist: string,
  folder: string,
): Promise<number> {
  for (const language of languages) {
    say(`Taking pictures for the stores (${language}) …`);
    mkdirSync(join(folder, language), { recursive: true });
    const camera = await Camera.in(language, chromium, { dist, colors: 'own' });
    atEnd(() => camera.close());
    await takeStorePictures(camera, language, join(folder, language));
    await camera.close();
  }
  const count = languages.length * STORE_PICTURES.length;
  console.log(`${count} pictures for the stores, a folder for each language: ${folder}`);
  return 0;
}

async function takeAll(
  camera: Camera,
  screen: Screen,
  language: string,
  { schemesIn, motionsIn, colors }: Wish,
  folder: string,
): Promise<{ pictures: Picture[]; findings: Finding[] }> {
  const pictures: Picture[] = [];
  const findings: Finding[] = [];
  const sizes = screen.sizes.filter(({ width }) => language === 'en' || width <= WIDEST_FOR_WORDS);
  for (const motion of motionsIn(language)) {
    if (sizes.length > 0) await camera.open(screen, motion);
    for (const size of sizes) {
      await camera.resize(size);
      const still = motion === 'reduced' ? '-reduced' : '';
      const forced = colors === 'forced' ? '-forced' : '';
      const file = (scheme: Scheme) =>
        `${language}/${screen.name}-${size.width}-${scheme}${still}${forced}.png`;
      // A longer language may scroll where English must not.
      const flaws = await camera.flaws(
        size.fits === true && (language === 'en' || language === 'rtl'),
      );
      findings.push(...flaws.map((flaw) => ({ ...flaw, picture: file('light') })));
      if (!screen.inView) await camera.stretch(size);
      for (const scheme of schemesIn(language)) {
        await camera.prefer(scheme, motion);
        await camera.picture(join(folder, file(scheme)));
        pictures.push({ file: file(scheme), screen: screen.name, language, width: size.width });
      }
    }
  }
  return { pictures, findings };
}

/** The languages that are asked for. */
function languagesOf(
  wish: string | undefined,
  { all, usual }: typeof EVERY_SCREEN,
): readonly string[] {
  return wish === 'all' ? all : (wish?.split(',') ?? usual);
}

/** The options on the command line, or what is wrong with them. */
function wished(): Wish | string {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      widths: { type: 'string' },
      languages: { type: 'string' },
      quick: { type: 'boolean', default: false },
      forced: { type: 'boolean', default: false },
      store: { type: 'boolean', default: false },
    },
  });
  const names = values.only?.split(',') ?? [''];
  const widths = values.widths?.split(',').map(Number);
  const offered = values.store ? FOR_STORES : EVERY_SCREEN;
  const languages = languagesOf(values.languages, offered);
  const unknown = languages.filter((language) => !offered.all.includes(language));
  if (unknown.length > 0) return `--languages takes all, or ${offered.all.join(', ')}`;
  const screens = SCREENS.filter(({ name }) => names.some((wish) => name.startsWith(wish)))
    .map((screen) => ({
      ...screen,
      sizes: screen.sizes.filter(({ width }) => widths?.includes(width) ?? true),
    }))
    .filter(({ sizes }) => sizes.length > 0);
  if (screens.length === 0)
    return `no such screen; there are ${SCREENS.map(({ name }) => name).join(', ')}`;
  const whole = (language: string) => language === 'en' && !values.quick;
  return {
    isWhole: values.only === undefined && widths === undefined && !values.forced,
    screens,
    languages,
    schemesIn: (language) => (whole(language) ? SCHEMES : ['light']),
    colors: values.forced ? 'forced' : 'own',
    forStores: values.store,
    motionsIn: (language) => (whole(language) && !values.forced ? MOTIONS : ['default']),
  };
}
