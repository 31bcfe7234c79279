import { describe, expect } from 'vitest';
import type { FirefoxPage } from '../../driver/firefoxPage.ts';
import { never } from '../../driver/wait.ts';
import { word } from '../../driver/words.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox();

const says = (page: FirefoxPage, words: string) =>
  expect.poll(() => page.text(), { message: words, timeout: 20_000 }).toContain(words);

describe('the welcome page', () => {
  it('is gone through, and a press in the test begins nothing', async ({ installed: exhale }) => {
    const page = await exhale.page('welcome');
    await says(page, word('welcome_what_never'));
    await page.click('button', word('welcome_next'));
    await says(page, word('welcome_rhythm_title'));
    await page.click('button', word('welcome_next'));
    await says(page, word('welcome_pin_why'));
    await page.click('button', word('welcome_next'));
    // Every window would take the keyboard here.
    await says(page, word('welcome_see_allow'));
    await page.click('button', word('welcome_see_tabInstead'));
    await says(page, word('welcome_see_tab'));
    await page.click('button', word('welcome_see_show'));
    await says(page, word('welcome_see_ask'));

    const prompt = await exhale.page('prompt');
    expect(await prompt.isInView()).toBe(false);
    await prompt.show();
    await prompt.click('button', word('common_begin_breathing'));
    await expect.poll(() => exhale.isOpen('prompt'), { timeout: 20_000 }).toBe(false);
    await says(page, word('welcome_breath_title'));
    await never('a break begins', () => exhale.isOpen('break'));

    await page.show();
    await page.click('button', word('welcome_breath_later'));
    await says(page, word('welcome_breath_done_title'));
    await page.click('button', word('welcome_close'));
    await expect.poll(() => exhale.isOpen('welcome'), { timeout: 20_000 }).toBe(false);
  });
});
