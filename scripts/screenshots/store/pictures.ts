import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTLE_SECONDS } from '../../../core/kinds.ts';
import { ROOT } from '../../setup/command.mjs';
import type { Camera } from '../camera.ts';
import { asked, inBreak, withMonth, withWeek, working } from '../moments.ts';
import type { Screen, Size } from '../screens.ts';
import { browserPage, tile } from './drawn.ts';

const SCREEN: Size = { width: 1280, height: 800 };
const IN_MID_BREATH_SECONDS = SETTLE_SECONDS + 33;
/** The week has something to show by then. */
const FRIDAY_AFTERNOON_MS = Date.parse('2026-03-13T16:20:00Z');

type Shown = Omit<Screen, 'name' | 'sizes'>;

interface StorePicture extends Size {
  file: string;
  /** The screen of Exhale; null for a tile. */
  shown: Shown | null;
  /** It is laid over a page in a browser, in this size. */
  over?: { as: 'popup' | 'window'; size: Size };
}

/** The stores of Chrome and Edge take five pictures at most, and one tile of each size. */
export const STORE_PICTURES: readonly StorePicture[] = [
  {
    ...SCREEN,
    file: '1-popup.png',
    over: { as: 'popup', size: { width: 360, height: 560 } },
    shown: { page: 'popup.html', stored: withMonth(working()), shows: 'footer, section h2' },
  },
  {
    ...SCREEN,
    file: '2-reminder.png',
    over: { as: 'window', size: { width: 400, height: 176 } },
    shown: { page: 'prompt.html', stored: asked(), shows: 'button' },
  },
  {
    ...SCREEN,
    file: '3-break.png',
    shown: {
      page: 'break.html',
      stored: inBreak({ kind: 'breathing', pattern: 'longExhale' }, IN_MID_BREATH_SECONDS),
      shows: 'h1',
    },
  },
  {
    ...SCREEN,
    file: '4-days.png',
    shown: {
      page: 'days.html',
      nowMs: FRIDAY_AFTERNOON_MS,
      stored: withMonth(working({ nowMs: FRIDAY_AFTERNOON_MS }), FRIDAY_AFTERNOON_MS),
      shows: '[aria-busy=false] table',
    },
  },
  {
    ...SCREEN,
    file: '5-settings.png',
    shown: { page: 'options.html', stored: withWeek(working()), shows: 'section section li' },
  },
  { file: 'tile-440x280.png', width: 440, height: 280, shown: null },
  { file: 'tile-1400x560.png', width: 1400, height: 560, shown: null },
];

/** Takes them all in the camera's language. */
export async function takeStorePictures(
  camera: Camera,
  language: string,
  folder: string,
): Promise<void> {
  for (const picture of STORE_PICTURES) {
    const bytes = await take(camera, language, picture);
    writeFileSync(join(folder, picture.file), bytes);
  }
}

async function take(
  camera: Camera,
  language: string,
  { shown, over, ...size }: StorePicture,
): Promise<Buffer> {
  const spoken = spokenIn(language);
  if (shown === null) {
    await camera.draw(tile(size, { ...spoken, line: lineIn(language) }), size);
    return camera.shot();
  }
  const own = over?.size ?? size;
  await camera.open({ name: shown.page, sizes: [own], ...shown }, 'default');
  if (over === undefined) return camera.shot();
  await camera.stretch(own);
  const title = await camera.look(() => document.title);
  const bytes = await camera.shot();
  await camera.draw(browserPage(over.as, bytes, { ...spoken, title }), size);
  return camera.shot();
}

/** The name of the product, and how the language is written. */
function spokenIn(language: string) {
  const messages = readJson(`public/_locales/${language}/messages.json`);
  return {
    name: messages.extName.message as string,
    lang: messages.common_language.message as string,
    dir: messages.common_direction.message as string,
  };
}

/** The sentence that the stores show under the name. */
const lineIn = (language: string): string => readJson(`docs/store/${language}.json`).chrome.summary;

const readJson = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
