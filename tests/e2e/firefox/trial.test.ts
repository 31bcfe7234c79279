import { describe } from 'vitest';
import type { ExhaleInFirefox } from '../../driver/exhaleInFirefox.ts';
import type { FirefoxPage } from '../../driver/firefoxPage.ts';
import { goesOnWorking, makesAPair, type TrialBrowser } from '../trialByCoin.ts';
import { isAccessible } from './axe.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox();

const PLACES = { button: 'button', radio: '[role=radio], label' } as const;

const inFirefox = (exhale: ExhaleInFirefox): TrialBrowser<FirefoxPage> => ({
  exhale,
  async settings() {
    const page = await exhale.open('options');
    await page.evaluate(() => {
      location.hash = 'trial';
    });
    return page;
  },
  async prompt() {
    // Without permission for notifications, a tab behind asks.
    const page = await exhale.page('prompt');
    await page.show();
    // On a busy machine, the tab before still gets the click for a moment.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        }),
    );
    return page;
  },
  breakPage: () => exhale.page('break'),
  press: (page, role, words) => page.click(PLACES[role], words),
  isAccessible,
});

describe('a trial of oneself', () => {
  it('is begun in the settings, and a day with the break becomes a pair', ({ exhale }) =>
    makesAPair(inFirefox(exhale)));

  it('puts the break off by its length where the coin says so, and asks before it comes', ({
    exhale,
  }) => goesOnWorking(inFirefox(exhale)));
});
