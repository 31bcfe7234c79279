import { expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../core/breaks/preferences.ts';
import { encode } from '../../../core/records/envelope.ts';
import { PROMPT_STYLES } from '../../../core/records/settings.ts';
import { MARKUP } from '../../components/markup.ts';
import { begins } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';

useBrowser(() => {
  browser.data.permissions = ['notifications', 'scripting'];
});

const ownBreak = (words: string) =>
  encode({ ...DEFAULT_PREFERENCES, ownBreaks: { 'own-a': { title: words, steps: [words] } } });

it.each(PROMPT_STYLES.flatMap((style) => MARKUP.map((words) => [style, words] as const)))(
  'a reminder (%s) of a break that a person wrote has none of their words: %s',
  async (style, words) => {
    browser.data.local.preferences = ownBreak(words);
    await begins(browser, { promptStyle: style, rhythms: { short: { kind: 'own-a' } } });
    await browser.passes(32.2);
    const { card, notifications, title, badge, tabs } = browser.data;
    const shown = JSON.stringify({ card, notifications, title, badge, tabs });
    const ways = [card, ...Object.keys(notifications), ...browser.tabsAt('prompt.html')];
    expect(ways.filter(Boolean)).toHaveLength(style === 'icon' ? 0 : 1);
    expect(shown).not.toContain(JSON.stringify(words).slice(1, -1));
  },
);
