import { describe, expect } from 'vitest';
import { word } from '../../driver/words.ts';
import { EXPLAINED, seedOf, timesIn, wordsOf } from '../explained.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox();

describe('the popup explains', () => {
  it.for(EXPLAINED)('$when', async (explained, { exhale }) => {
    const { article, because } = explained;
    const words = wordsOf(article);
    await exhale.begin(seedOf(explained));
    await exhale.openPopup();
    await expect.poll(() => exhale.popupText()).toContain(words.resting[0]);
    const resting = await exhale.popupText();
    for (const shown of words.resting) expect(resting).toContain(shown);
    if (because === null) expect(resting).not.toMatch(/Because/);
    else expect(resting).toContain(because);
    await exhale.clickInPopup(word('popup_why'));
    await expect.poll(() => exhale.popupText()).toContain(words.unfolded.at(-1));
    const whole = await exhale.popupText();
    for (const once of words.unfolded) expect(timesIn(whole, once), once).toBe(1);
    // The next test opens its own.
    await exhale.closePopup();
  });
});
