import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Camera } from '../../../scripts/screenshots/camera.ts';
import { SCREENS } from '../../../scripts/screenshots/screens.ts';
import { distFolder } from '../../../scripts/setup/builds.mjs';
import { findNeed } from '../../../scripts/setup/system.mjs';
import { strangersIn } from '../spoken.ts';
import { datesInPage, textsInPage } from '../textsInPage.ts';

const LOCALES = readdirSync(new URL('../../../public/_locales', import.meta.url));
/** Each page, with much of it unfolded, and none with words that a person wrote. */
const SHOWN = [
  ...['resting', 'asked', 'paused', 'more', 'breathe', 'unfolded', 'lost', 'tension', 'held'].map(
    (name) => `popup-${name}`,
  ),
  ...['prompt', 'prompt-notice', 'card', 'days', 'days-tables', 'why', 'evidence'],
  ...['1-what', '2-rhythm-own', '3-pin', '4-see-asked', '6-done'].map((name) => `welcome-${name}`),
  ...['schedule', 'breaks', 'reminders', 'sound', 'about'].map((name) => `settings-${name}-full`),
  ...['settings-data', 'settings-trial'],
  ...['care', 'warning', 'pace', 'drawn', 'movement', 'after-breathing'].map(
    (name) => `break-${name}`,
  ),
];
const MINUTES = 5;

it.for(LOCALES)(
  'every page speaks one language, and no text is cut off: %s',
  { timeout: MINUTES * 60_000 },
  async (locale) => {
    const chromium = findNeed('chromium') as string;
    const dist = process.env.EXHALE_DIST ?? distFolder('chromium');
    const camera = await Camera.in(locale, chromium, { dist, colors: 'own' });
    const screens = SCREENS.filter(({ name }) => SHOWN.includes(name));
    expect(screens).toHaveLength(SHOWN.length);
    const wrong: string[] = [];
    try {
      for (const screen of screens) {
        await camera.open(screen, 'default');
        const strangers = strangersIn(
          locale,
          await camera.look(textsInPage),
          await camera.look(datesInPage),
        );
        wrong.push(...strangers.map((text) => `${screen.name}, ${text}`));
        const flaws = await camera.flaws(false);
        wrong.push(...flaws.map(({ is, at, text }) => `${screen.name}, ${is}: ${at}: ${text}`));
      }
    } finally {
      await camera.close();
    }
    expect(wrong).toEqual([]);
  },
);
