import { describe, expect, it } from 'vitest';
import {
  ARTICLE_IDS,
  ARTICLES,
  type ArticleId,
  EXPLAIN_KINDS,
  type ExplainKind,
} from '../../../core/explain/articles.ts';
import { another, explain } from '../../../core/explain/explain.ts';
import { NOTHING_SHOWN, type Shown } from '../../../core/explain/shown.ts';
import { at, seen, told } from './moment.ts';

describe('an explanation is not repeated', () => {
  it('goes on to the next rule when every article of the first was shown lately', () => {
    const facts = at(0, { screenMinutes: 95 });
    expect(told(facts, seen('stiffness')).article).toBe('no-screen');
    expect(told(facts, seen('stiffness', 'no-screen'))).toMatchObject({
      rule: 'atScreen',
      article: 'guarding',
    });
  });

  it('passes an article over while it is among the last eight, and no longer', () => {
    const eight = ARTICLE_IDS.filter((id) => id !== 'slow-breaths').slice(0, 7);
    expect(told(at(0), seen('slow-breaths', ...eight)).article).not.toBe('slow-breaths');
    const nine = ARTICLE_IDS.filter((id) => id !== 'slow-breaths').slice(0, 8);
    expect(told(at(0), seen('slow-breaths', ...nine)).article).toBe('slow-breaths');
  });

  it('shows no article twice on one day, however many came between', () => {
    const others = ARTICLE_IDS.filter((id) => id !== 'slow-breaths').slice(0, 12);
    const shown: Shown = {
      entries: ['slow-breaths' as const, ...others].map((id) => ({ id, date: at(0).date })),
      current: null,
    };
    expect(told(at(0), shown).article).not.toBe('slow-breaths');
    expect(told(at(24 * 60), shown).article).toBe('slow-breaths');
  });

  it('speaks of little and often at most once in seven days', () => {
    const others = ARTICLE_IDS.filter((id) => id !== 'often').slice(0, 9);
    const shown = (date: string, otherDate: string): Shown => ({
      entries: [
        { id: 'far-away', date: otherDate },
        { id: 'often', date },
        ...others.map((id) => ({ id, date: otherDate })),
      ],
      current: null,
    });
    const facts = at(0, { daysInARow: 5, date: '2026-03-08' });
    expect(told(facts, shown('2026-03-02', '2026-02-01')).rule).toBe('timeOfDay');
    expect(told(facts, shown('2026-03-01', '2026-03-07')).rule).toBe('severalDays');
  });

  it('falls back on the one shown longest ago when all were shown today', () => {
    const shown: Shown = {
      entries: [...ARTICLE_IDS].reverse().map((id) => ({ id, date: at(0).date })),
      current: null,
    };
    expect(told(at(0), shown)).toMatchObject({
      rule: 'timeOfDay',
      article: 'far-away',
      because: null,
    });
  });

  it('prefers among the others those never shown, then those shown longest ago', () => {
    const facts = at(0, { hour: 12 });
    const permitted = ARTICLE_IDS.filter(
      (id) => !['own-rest', 'your-choice', 'between-tasks', 'sleep'].includes(id),
    );
    const rest = permitted.filter((id) => id !== 'water' && id !== 'far-away');
    // Twelve were shown, the last ones of the list first.
    const order = [...rest].reverse().slice(0, 10);
    const shown = seen(...order, 'water', 'far-away');
    expect(told(facts, shown).article).toBe(rest[0]);
    const all = seen(...[...rest].reverse(), 'water', 'far-away');
    expect(told(facts, all).article).toBe(rest.at(-1));
  });

  it('speaks of sleep only in the evening', () => {
    const shown = seen(...ARTICLE_IDS.filter((id) => id !== 'sleep'));
    expect(told(at(0), shown).article).not.toBe('sleep');
    expect(told(at(0, { hour: 21 }), shown).article).toBe('sleep');
  });
});

describe('calm', () => {
  const begun = told(at(0, { screenMinutes: 45 }));

  it('shows the same words when the popup is opened again', () => {
    const again = told(at(1, { screenMinutes: 45 }), begun.shown);
    expect(again).toEqual(begun);
    expect(again.shown).toBe(begun.shown);
  });

  it('lets the minutes go on counting while the reason holds', () => {
    const later = told(at(12, { screenMinutes: 57 }), begun.shown);
    expect(later).toMatchObject({
      article: begun.article,
      because: { key: 'because_screen', minutes: 57 },
    });
  });

  it('keeps a choice for twenty minutes even when its reason is gone, with the reason it had', () => {
    const away = told(at(0, { rest: { minutes: 7, endedMinutesAgo: 1 } }));
    const later = told(at(19, { rest: { minutes: 7, endedMinutesAgo: 20 } }), away.shown);
    expect(later).toMatchObject({
      article: 'own-rest',
      rule: 'backFromRest',
      because: { key: 'because_away', minutes: 7 },
    });
    expect(told(at(20, { rest: { minutes: 7, endedMinutesAgo: 21 } }), away.shown)).toMatchObject({
      rule: 'timeOfDay',
      article: 'slow-breaths',
    });
  });

  it('keeps a choice as long as its rule goes on winning for the same kind of break', () => {
    expect(told(at(40, { screenMinutes: 85 }), begun.shown)).toMatchObject({
      article: begun.article,
      because: { key: 'because_screen', minutes: 85 },
    });
    const other = told(at(40, { screenMinutes: 85, kind: 'stillness' }), begun.shown);
    expect(other.article).not.toBe(begun.article);
    expect(told(at(45, { screenMinutes: 90 }), begun.shown)).toMatchObject({
      rule: 'longAtScreen',
    });
  });

  it('keeps the only article of a rule as long as that rule wins', () => {
    const facts = { moment: 'before', snoozesNow: 2 } as const;
    const chosen = told(at(0, facts));
    expect(told(at(30, facts), chosen.shown)).toMatchObject({
      article: 'between-tasks',
      rule: 'postponed',
    });
    const often = told(at(0, { daysInARow: 3 }));
    expect(told(at(30, { daysInARow: 3 }), often.shown)).toMatchObject({
      article: 'often',
      rule: 'severalDays',
    });
  });

  it('makes room at once for a break that ended, a natural rest or a rating', () => {
    const after = told(
      at(5, { moment: 'after', breakMinutes: 1, newsAtMs: at(4).atMs }),
      begun.shown,
    );
    expect(after).toMatchObject({ rule: 'afterBreak', article: 'slower-heart' });
    for (const newsAtMs of [at(-1).atMs, at(0).atMs]) {
      const old = told(at(5, { newsAtMs }), begun.shown);
      expect(old.article).toBe(begun.article);
    }
  });

  it('takes nothing from the future for news when the clock was set back', () => {
    const later = told(at(5, { screenMinutes: 50, newsAtMs: at(500).atMs }), begun.shown);
    const again = told(at(5, { screenMinutes: 50, newsAtMs: at(500).atMs }), later.shown);
    expect(again.shown).toBe(later.shown);
  });

  it('does not hold on to a choice from the future when the clock was set back', () => {
    const later = told(at(-600, { hour: 9 }), begun.shown);
    expect(later).toMatchObject({ rule: 'timeOfDay', article: 'mood' });
  });

  it('remembers each article once, with its last day, the latest last', () => {
    const shown = told(at(0), seen('slow-breaths', ...ARTICLE_IDS.slice(0, 9))).shown;
    expect(shown.entries.at(-1)).toEqual({ id: 'slow-breaths', date: at(0).date });
    expect(shown.entries.filter(({ id }) => id === 'slow-breaths')).toHaveLength(1);
    expect(shown.current).toEqual({
      id: 'slow-breaths',
      rule: 'timeOfDay',
      kind: 'breathing',
      chosenAtMs: at(0).atMs,
      because: null,
    });
  });
});

describe('another', () => {
  it('gives the next of the same rule, then of the rules below, and says that it was asked for', () => {
    const facts = at(0, { screenMinutes: 95 });
    const one = told(facts);
    const two = another(facts, one.shown, EXPLAIN_KINDS);
    const three = another(facts, two.shown, EXPLAIN_KINDS);
    expect([one, two, three].map(({ rule, article }) => [rule, article])).toEqual([
      ['longAtScreen', 'stiffness'],
      ['longAtScreen', 'no-screen'],
      ['atScreen', 'guarding'],
    ]);
    expect(two.because).toEqual({ key: 'because_another' });
  });

  it('stays, with its line, when the popup is opened again', () => {
    const facts = at(0, { screenMinutes: 95 });
    const two = another(facts, told(facts).shown, EXPLAIN_KINDS);
    const again = told(at(10, { screenMinutes: 105 }), two.shown);
    expect(again).toMatchObject({ article: 'no-screen', because: { key: 'because_another' } });
  });

  it('brings back one of today only when all were shown, and none of the last eight', () => {
    let told = explain(at(0), NOTHING_SHOWN, EXPLAIN_KINDS);
    const given = [told.article];
    for (let press = 0; press < 2 * ARTICLE_IDS.length; press++) {
      told = another(at(0), told.shown, EXPLAIN_KINDS);
      expect(given.slice(-8)).not.toContain(told.article);
      given.push(told.article);
    }
    const all = given.indexOf(given[0] as ArticleId, 1);
    expect(new Set(given.slice(0, all)).size).toBe(all);
    expect(given.slice(all, 2 * all)).toEqual(given.slice(0, all));
  });

  it('is the first one where none was chosen yet', () => {
    expect(another(at(0), NOTHING_SHOWN, EXPLAIN_KINDS)).toEqual(told(at(0)));
  });
});

describe('what to try', () => {
  const tryOf = (article: ArticleId, available: readonly ExplainKind[]) => {
    const shown: Shown = {
      entries: [{ id: article, date: at(0).date }],
      current: {
        id: article,
        rule: 'timeOfDay',
        kind: null,
        chosenAtMs: at(0).atMs,
        because: { key: 'because_new' },
      },
    };
    return explain(at(1), shown, available).tryThis;
  };

  it.each(ARTICLE_IDS)('is a kind of break that exists: %s', (id) => {
    const wish = ARTICLES[id].tryThis;
    expect(tryOf(id, EXPLAIN_KINDS)).toBe(wish);
    for (const available of [EXPLAIN_KINDS, ['breathing'], ['stillness']] as const) {
      const kind = tryOf(id, available).split('/')[0];
      expect([...available, ...(wish === 'none' ? ['none'] : [])]).toContain(kind);
    }
    expect(tryOf(id, [])).toBe('none');
  });

  it('falls back on even breathing, then on stillness', () => {
    expect(tryOf('guarding', ['breathing', 'stillness'])).toBe('breathing/even');
    expect(tryOf('guarding', ['stillness'])).toBe('stillness');
    expect(tryOf('mood', ['breathing'])).toBe('breathing/cyclicSighing');
    expect(tryOf('own-rest', ['breathing'])).toBe('none');
  });

  it('is no longer than the last offer after skips, and in the evening', () => {
    expect(told(at(0, { skippedInARow: 2, offeredSeconds: 60 })).atMostSeconds).toBe(60);
    expect(told(at(0, { hour: 21, offeredSeconds: 300 })).atMostSeconds).toBe(300);
    expect(told(at(0, { screenMinutes: 95 })).atMostSeconds).toBeNull();
  });
});
