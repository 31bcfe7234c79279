import { describe } from 'vitest';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import type { Page } from '../../driver/page.ts';
import { saying } from '../../driver/words.ts';
import { goesOnWorking, makesAPair, type TrialBrowser, type TrialPage } from '../trialByCoin.ts';
import { isAccessible } from './axe.ts';
import { it } from './it.ts';

/** It gives what was awaited, too. */
type Both = Page & TrialPage;

const inChromium = (exhale: ExhaleInChromium): TrialBrowser<Both> => ({
  exhale,
  settings: () => exhale.browser.open(exhale.url('options.html#trial')) as Promise<Both>,
  prompt: () => exhale.page('prompt') as Promise<Both>,
  breakPage: () => exhale.page('break') as Promise<Both>,
  press: (page, role, words) => page.click(role, role === 'radio' ? words : saying(words)),
  isAccessible,
});

describe('a trial of oneself', () => {
  it('is begun in the settings, and a day with the break becomes a pair', ({ exhale }) =>
    makesAPair(inChromium(exhale)));

  it('puts the break off by its length where the coin says so, and asks before it comes', ({
    exhale,
  }) => goesOnWorking(inChromium(exhale)));
});
