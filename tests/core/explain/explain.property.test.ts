import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ARTICLE_IDS, type ArticleId, EXPLAIN_KINDS } from '../../../core/explain/articles.ts';
import { another, type Explanation, explain } from '../../../core/explain/explain.ts';
import type { Facts } from '../../../core/explain/rules.ts';
import { NOTHING_SHOWN, SHOWN, type Shown } from '../../../core/explain/shown.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { runs } from '../../runs.ts';
import { at } from './moment.ts';

describe('a week of eight prompts a day', () => {
  const KINDS = ['breathing', 'stillness'] as const;
  it.each([
    ['two kinds of break', KINDS],
    ['every kind of break', EXPLAIN_KINDS],
    ['with surprises and own breaks', [...EXPLAIN_KINDS, null]],
  ])('never shows an article twice within eight, and not twice on one day: %s', (_, kinds) => {
    let shown = NOTHING_SHOWN;
    const given: { id: ArticleId; date: string }[] = [];
    for (let prompt = 0; prompt < 56; prompt++) {
      const day = Math.floor(prompt / 8);
      const start = day * 24 * 60 - 5 * 60 + (prompt % 8) * 90;
      const kind = kinds[prompt % kinds.length] ?? null;
      const past = { kind, breaksEver: prompt, promptsEver: prompt + 1, daysInARow: day } as const;
      const openings: Facts[] = [
        at(start, {
          ...past,
          moment: 'prompted',
          screenMinutes: 30,
          newsAtMs: at(start - 25).atMs,
        }),
        at(start + 4, { ...past, moment: 'after', breakMinutes: 1, newsAtMs: at(start + 3).atMs }),
        at(start + 60, { ...past, screenMinutes: 50, newsAtMs: at(start + 3).atMs }),
      ];
      for (const facts of openings) {
        const told = explain(facts, shown, EXPLAIN_KINDS);
        if (told.shown !== shown) {
          expect(given.slice(-8).map(({ id }) => id)).not.toContain(told.article);
          given.push({ id: told.article, date: facts.date });
        }
        shown = told.shown;
      }
    }
    // Three new articles per prompt are more than a day has. The first 15 of each day all differ.
    for (const date of new Set(given.map((one) => one.date))) {
      const today = given.filter((one) => one.date === date).map(({ id }) => id);
      expect(new Set(today.slice(0, 15)).size).toBe(Math.min(15, today.length));
    }
    expect(given.length).toBeGreaterThan(100);
  });
});

describe('an explanation always', () => {
  const rating = fc.integer({ min: 0, max: 10 });
  const count = fc.integer({ min: 0, max: 4 });
  const momentOf = fc.record(
    {
      moment: fc.constantFrom('before', 'after', 'working', 'prompted'),
      kind: fc.option(fc.constantFrom(...EXPLAIN_KINDS)),
      breakMinutes: fc.integer({ min: 0, max: 30 }),
      screenMinutes: fc.integer({ min: 0, max: 200 }),
      rest: fc.option(
        fc.record({ minutes: fc.integer({ min: 5, max: 500 }), endedMinutesAgo: fc.nat(60) }),
      ),
      skippedInARow: count,
      leftEarlyInARow: count,
      snoozesNow: count,
      tensionBefore: rating,
      tensionBeforeMinutesAgo: fc.nat(60),
      tensionAfter: rating,
      breaksEver: fc.nat(9),
      promptsEver: fc.nat(9),
      daysInARow: fc.nat(9),
      daysSinceBreak: fc.option(fc.integer({ min: 1, max: 9 })),
      massageDue: fc.boolean(),
      eveningHour: fc.integer({ min: 0, max: 23 }),
    },
    { requiredKeys: [] },
  );
  /**
   * A week in steps: minutes later, the facts, whether something just happened, and whether "another" is
   * pressed.
   */
  const weekOf = fc.array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 400 }),
      facts: momentOf as fc.Arbitrary<Partial<Facts>>,
      news: fc.boolean(),
      press: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  );

  const always = (
    property: string,
    check: (step: { facts: Facts; before: Shown; told: Explanation; press: boolean }) => void,
  ) =>
    it(property, () => {
      fc.assert(
        fc.property(weekOf, (week) => {
          let shown = NOTHING_SHOWN;
          let minutes = 0;
          let newsAtMs: number | null = null;
          for (const step of week) {
            minutes += step.minutes;
            if (step.news) newsAtMs = at(minutes).atMs - 1;
            const facts = at(minutes, { ...step.facts, newsAtMs });
            const ask = step.press ? another : explain;
            const told = ask(facts, shown, EXPLAIN_KINDS);
            check({ facts, before: shown, told, press: step.press });
            shown = told.shown;
          }
        }),
        { numRuns: runs(150) },
      );
    });

  always('gives an article, a rule and something to remember that can be stored', ({ told }) => {
    expect(ARTICLE_IDS).toContain(told.article);
    expect(v.is(SHOWN.schema, told.shown)).toBe(true);
    expect(told.shown.current?.id).toBe(told.article);
  });

  always(
    'gives the same for the same, and changes nothing it was given',
    ({ facts, before, press }) => {
      const copies = structuredClone({ facts, before });
      const ask = press ? another : explain;
      expect(ask(facts, before, EXPLAIN_KINDS)).toEqual(ask(facts, before, EXPLAIN_KINDS));
      expect({ facts, before }).toEqual(copies);
    },
  );

  always(
    'agrees with an opening a minute later, but where its twenty minutes end',
    ({ facts, told }) => {
      const ageMs = facts.atMs - (told.shown.current?.chosenAtMs ?? 0);
      if (ageMs >= 19 * MINUTE_MS && ageMs < 20 * MINUTE_MS) return;
      const later = explain({ ...facts, atMs: facts.atMs + MINUTE_MS }, told.shown, EXPLAIN_KINDS);
      expect(later.article).toBe(told.article);
      expect(later.rule).toBe(told.rule);
    },
  );

  always('chooses none of the last eight again', ({ before, told }) => {
    if (told.shown === before) return;
    expect(before.entries.slice(-8).map(({ id }) => id)).not.toContain(told.article);
  });

  always(
    'repeats none of today until all articles of an ordinary hour were shown',
    ({ facts, before, told, press }) => {
      if (told.shown === before || press) return;
      const today = before.entries.filter(({ date }) => date === facts.date).map(({ id }) => id);
      if (today.length < 20) expect(today).not.toContain(told.article);
    },
  );

  always(
    'names only figures that were given, now or when it was chosen',
    ({ facts, before, told }) => {
      const { key: _, ...figures } = told.because ?? { key: null };
      const given: (number | undefined)[] = [
        ...Object.values(facts).filter((value) => typeof value === 'number'),
        facts.rest?.minutes,
        ...Object.values(before.current?.because ?? {}).filter(
          (value) => typeof value === 'number',
        ),
      ];
      for (const figure of Object.values(figures)) expect(given).toContain(figure);
    },
  );

  always('suggests only what exists', ({ told }) => {
    expect([...EXPLAIN_KINDS, 'none']).toContain(told.tryThis.split('/')[0]);
  });
});
