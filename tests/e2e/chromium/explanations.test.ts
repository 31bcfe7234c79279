import { describe, expect } from 'vitest';
import { SOURCES, type SourceId } from '../../../core/evidence/sources.ts';
import { ARTICLES, type ArticleId, articleKey } from '../../../core/explain/articles.ts';
import { EMPTY_TALLY, type Tally } from '../../../core/records/tally.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import type { Page } from '../../driver/page.ts';
import { word } from '../../driver/words.ts';
import { it } from './it.ts';

const USED: Tally = { ...EMPTY_TALLY, careRead: true, breaksEver: 9, promptsEver: 9 };
const aMinuteAgo = () => Date.now() - MINUTE_MS;

interface Past {
  tally?: Partial<Tally>;
  eveningHour?: number;
  minutesAtScreen?: number;
}

/** The real popup after such a past. In the first minutes of a day, evening is far. */
async function popupAfter(exhale: ExhaleInChromium, past: Past): Promise<Page> {
  const { tally = {}, eveningHour = 23, minutesAtScreen = 4 } = past;
  await exhale.begin({
    minutesAtScreen,
    settings: { eveningHour },
    records: { tally: { ...USED, ...tally } },
  });
  return exhale.popup();
}

/** It is shown with its reason and strength, and unfolds to its meaning and each source, once. */
async function explains(popup: Page, id: ArticleId, because: string | null): Promise<void> {
  await popup.find('heading', word(articleKey(id, 'title')));
  const { strength, sources } = ARTICLES[id];
  const resting = await popup.text();
  expect(resting).toContain(word(articleKey(id, 'lead')));
  expect(resting).toContain(word(`strength_${strength}`));
  if (because === null) expect(resting).not.toMatch(/Because/);
  else expect(resting).toContain(because);
  expect(resting).not.toContain(word('popup_sources'));

  await popup.click('button', word('popup_why'));
  const citations = sources.map((source: SourceId) => SOURCES[source].citation);
  await expect.poll(() => popup.text()).toContain(citations.at(-1));
  const whole = await popup.text();
  expect(whole).toContain(word(articleKey(id, 'body')));
  for (const once of [word(`strength_${strength}_meaning`), ...citations])
    expect(whole.split(once), once).toHaveLength(2);
  for (const { name, href } of await linksOf(popup)) {
    const source = sources.find((each: SourceId) => SOURCES[each].citation === name);
    if (source !== undefined) expect(href).toMatch(/^https:\/\//);
  }
}

const linksOf = (popup: Page) =>
  popup.evaluate(() =>
    [...document.querySelectorAll('main a')].map((link) => ({
      name: link.textContent ?? '',
      href: (link as HTMLAnchorElement).href,
    })),
  );

describe('the popup explains', () => {
  it('breath, breath before massage, after a breathing break', async ({ exhale }) => {
    const lastBreak = {
      endedAtMs: aMinuteAgo(),
      kind: 'breathing',
      pattern: 'longExhale',
      seconds: 60,
      taken: true,
    } as const;
    const popup = await popupAfter(exhale, { tally: { lastBreak }, minutesAtScreen: 1 });
    await explains(popup, 'slower-heart', word('because_after_breathing'));
    const text = await popup.text();
    expect(text.indexOf('slow breathing')).toBeLessThan(text.indexOf('massage'));
  });

  it('after skips, that a break may be skipped', async ({ exhale }) => {
    const popup = await popupAfter(exhale, { tally: { skippedInARow: 2 } });
    await explains(popup, 'your-choice', word('because_unfit_other', '2'));
  });

  it('after a rest, that it counted', async ({ exhale }) => {
    const lastRest = { endedAtMs: aMinuteAgo(), seconds: 7 * 60 };
    const popup = await popupAfter(exhale, { tally: { lastRest }, minutesAtScreen: 1 });
    await explains(popup, 'own-rest', word('because_away', word('duration_minutes', '7')));
  });

  it('sleep in the evening, without calling the evening a reason', async ({ exhale }) => {
    const popup = await popupAfter(exhale, { eveningHour: 0 });
    await explains(popup, 'sleep', null);
  });

  it('the same a minute later, and another on request', async ({ exhale }) => {
    const popup = await popupAfter(exhale, { tally: { skippedInARow: 2 } });
    await explains(popup, 'your-choice', word('because_unfit_other', '2'));
    await popup.click('button', word('popup_another'));
    await popup.find('heading', word(articleKey('between-tasks', 'title')));
    expect(await popup.text()).toContain(word('because_another'));
  });
});
