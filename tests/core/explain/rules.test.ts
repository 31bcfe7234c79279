// Over 300 lines: each rule with the moments it fits and those it does not.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  ARTICLE_IDS,
  ARTICLES,
  type ArticleId,
  EXPLAIN_KINDS,
  type ExplainKind,
} from '../../../core/explain/articles.ts';
import { another, explain } from '../../../core/explain/explain.ts';
import { type Facts, RULES } from '../../../core/explain/rules.ts';
import { type Because, NOTHING_SHOWN, type RuleId, SHOWN } from '../../../core/explain/shown.ts';
import messages from '../../../public/_locales/en/messages.json';
import { at, told } from './moment.ts';

/** Everything a rule offers for these facts, by asking for another until a lower rule answers. */
const givenBy = (rule: RuleId, facts: Facts): ArticleId[] => {
  const given: ArticleId[] = [];
  for (let told = explain(facts, NOTHING_SHOWN, EXPLAIN_KINDS); told.rule === rule; ) {
    given.push(told.article);
    told = another(facts, told.shown, EXPLAIN_KINDS);
  }
  return given;
};

describe('which explanation', () => {
  const eased = { moment: 'after', tensionBefore: 6, tensionAfter: 4 } as const;
  const tense = { moment: 'after', tensionBefore: 7, tensionAfter: 7 } as const;
  const just = (kind: ExplainKind, breakMinutes: number): Partial<Facts> => ({
    moment: 'after',
    kind,
    breakMinutes,
  });
  const taken = (kind: ExplainKind): Because => ({ key: `because_after_${kind}` });
  const comes = (kind: ExplainKind): Because => ({ key: `because_next_${kind}` });
  const cases: [rule: RuleId, because: Because | null, facts: Partial<Facts>, articles: string][] =
    [
      [
        'tensionEased',
        { key: 'because_eased', before: 6, after: 4 },
        eased,
        'exhale-moment mood slower-heart',
      ],
      [
        'stillTense',
        { key: 'because_tense', rating: 7 },
        tense,
        'guarding cared-for exhale-moment',
      ],
      [
        'afterBreak',
        taken('breathing'),
        just('breathing', 4),
        'slower-heart longer-exhale mood why-it-matters',
      ],
      [
        'afterBreak',
        taken('breathing'),
        just('breathing', 5),
        'slower-heart longer-exhale mood blood-pressure why-it-matters',
      ],
      [
        'afterBreak',
        taken('stillness'),
        just('stillness', 5),
        'why-it-matters no-screen slower-heart',
      ],
      [
        'afterBreak',
        taken('selfMassage'),
        just('selfMassage', 5),
        'more-than-muscle cared-for water why-it-matters',
      ],
      [
        'afterBreak',
        taken('movement'),
        just('movement', 5),
        'gentle-movement stiffness why-it-matters',
      ],
      ['afterBreak', taken('eyes'), just('eyes', 1), 'far-away why-it-matters'],
      ['afterBreak', taken('water'), just('water', 1), 'water why-it-matters'],
      [
        'backFromRest',
        { key: 'because_away', minutes: 7 },
        { rest: { minutes: 7, endedMinutesAgo: 3 } },
        'own-rest often',
      ],
      [
        'skippedLately',
        { key: 'because_unfit', count: 2 },
        { skippedInARow: 2 },
        'your-choice between-tasks slow-breaths',
      ],
      [
        'skippedLately',
        { key: 'because_unfit', count: 3 },
        { leftEarlyInARow: 3 },
        'your-choice between-tasks slow-breaths',
      ],
      [
        'postponed',
        { key: 'because_later', count: 2 },
        { moment: 'before', snoozesNow: 2 },
        'between-tasks',
      ],
      [
        'postponed',
        { key: 'because_firstPrompt' },
        { moment: 'prompted', promptsEver: 1, breaksEver: 0 },
        'between-tasks',
      ],
      [
        'newHere',
        { key: 'because_new' },
        { breaksEver: 2 },
        'two-gears exhale-moment why-it-matters',
      ],
      [
        'tense',
        { key: 'because_tense', rating: 5 },
        { tensionBefore: 5, tensionBeforeMinutesAgo: 30 },
        'guarding deeper-breath slow-rhythm cared-for cortisol',
      ],
      ['evening', null, { hour: 20 }, 'sleep cared-for longer-exhale'],
      ['evening', null, { hour: 18, eveningHour: 18 }, 'sleep cared-for longer-exhale'],
      ['evening', null, { hour: 22 }, 'sleep cared-for longer-exhale'],
      ['evening', null, { hour: 23 }, 'sleep cared-for longer-exhale'],
      ['evening', null, { hour: 4 }, 'sleep cared-for longer-exhale'],
      [
        'nextBreak',
        comes('breathing'),
        { moment: 'before' },
        'slow-breaths longer-exhale deeper-breath',
      ],
      [
        'nextBreak',
        comes('stillness'),
        { moment: 'prompted', kind: 'stillness' },
        'no-screen exhale-moment',
      ],
      [
        'nextBreak',
        comes('selfMassage'),
        { moment: 'before', kind: 'selfMassage' },
        'guarding slow-rhythm more-than-muscle',
      ],
      [
        'nextBreak',
        comes('movement'),
        { moment: 'before', kind: 'movement' },
        'stiffness gentle-movement',
      ],
      ['nextBreak', comes('eyes'), { moment: 'before', kind: 'eyes' }, 'far-away'],
      ['nextBreak', comes('water'), { moment: 'before', kind: 'water' }, 'water'],
      [
        'longAtScreen',
        { key: 'because_screen', minutes: 90 },
        { screenMinutes: 90 },
        'stiffness no-screen',
      ],
      [
        'atScreen',
        { key: 'because_screen', minutes: 45 },
        { screenMinutes: 45 },
        'guarding gentle-movement far-away',
      ],
      ['severalDays', { key: 'because_severalDays' }, { daysInARow: 3 }, 'often'],
      ['severalDays', { key: 'because_someDays' }, { daysInARow: 0, daysSinceBreak: 2 }, 'often'],
      [
        'massageSoon',
        { key: 'because_massage' },
        { massageDue: true },
        'more-than-muscle slow-rhythm',
      ],
    ];

  it.each(cases)(
    'rule %s, %o, gives its articles in their order',
    (rule, because, facts, articles) => {
      const explanation = told(at(0, facts));
      expect(explanation).toMatchObject({ rule, because, article: articles.split(' ')[0] });
      expect(givenBy(rule, at(0, facts))).toEqual(articles.split(' '));
    },
  );

  it.each([
    ['morning', 5, 'mood', 'gentle-movement'],
    ['morning', 10, 'mood', 'gentle-movement'],
    ['midday', 11, 'water', 'far-away'],
    ['midday', 13, 'water', 'far-away'],
    ['afternoon', 14, 'slow-breaths', 'two-gears'],
    ['afternoon', 19, 'slow-breaths', 'two-gears'],
  ] as const)(
    'goes by the time of day when there is no other reason: %s at %i',
    (_, hour, ...own) => {
      const facts = at(0, { hour });
      expect(told(facts)).toMatchObject({
        rule: 'timeOfDay',
        because: null,
        article: own[0],
      });
      const given = givenBy15(facts, 21);
      expect(given.slice(0, 2)).toEqual(own);
      const others = ARTICLE_IDS.filter(
        (id) => !['own-rest', 'your-choice', 'between-tasks', 'sleep', ...own].includes(id),
      );
      expect(given.slice(2, 2 + others.length)).toEqual(others);
    },
  );

  const givenBy15 = (facts: Facts, times: number): ArticleId[] => {
    let told = explain(facts, NOTHING_SHOWN, EXPLAIN_KINDS);
    const given = [told.article];
    while (given.length < times) {
      told = another(facts, told.shown, EXPLAIN_KINDS);
      given.push(told.article);
    }
    return given;
  };

  it('offers only gentle things, and no correction, after a break that left the person tense', () => {
    const facts = at(0, { moment: 'after', tensionBefore: 8, tensionAfter: 9 });
    const given = givenBy('stillTense', facts);
    expect(given).toHaveLength(3);
    for (const id of given) {
      expect(ARTICLES[id].strength).not.toBe('contradicted');
      expect(ARTICLES[id].tryThis).toMatch(/^(stillness|selfMassage\/(jaw|handOnHeart))$/);
    }
  });

  it.each([
    ['an eased tension only from two points on', { ...eased, tensionAfter: 5 }, 'afterBreak'],
    ['an eased tension only after a break', { ...eased, moment: 'working' }, 'timeOfDay'],
    ['a tension after a break only there', { tensionAfter: 9 }, 'timeOfDay'],
    ['a tension after a break only from 7 on', { moment: 'after', tensionAfter: 6 }, 'afterBreak'],
    ['a rest for three minutes', { rest: { minutes: 7, endedMinutesAgo: 4 } }, 'timeOfDay'],
    ['skips only from the second on', { skippedInARow: 1, leftEarlyInARow: 1 }, 'timeOfDay'],
    ['later only from the second time on', { moment: 'before', snoozesNow: 1 }, 'nextBreak'],
    ['the first prompt only while it stands', { moment: 'before', promptsEver: 1 }, 'nextBreak'],
    ['a person as new for three breaks', { breaksEver: 3 }, 'timeOfDay'],
    ['a tension from 5 on', { tensionBefore: 4, tensionBeforeMinutesAgo: 0 }, 'timeOfDay'],
    ['a tension for 30 minutes', { tensionBefore: 9, tensionBeforeMinutesAgo: 31 }, 'timeOfDay'],
    ['a tension only when its age is known', { tensionBefore: 9 }, 'timeOfDay'],
    ['the evening from its hour on', { hour: 19 }, 'timeOfDay'],
    ['no next break where there is none', { moment: 'before', kind: null }, 'timeOfDay'],
    ['no break just taken where it has no kind', { moment: 'after', kind: null }, 'timeOfDay'],
    ['90 minutes, not 89', { screenMinutes: 89 }, 'atScreen'],
    ['45 minutes, not 44', { screenMinutes: 44 }, 'timeOfDay'],
    ['three days in a row, not two', { daysInARow: 2 }, 'timeOfDay'],
    ['a day without a break, not every morning', { daysInARow: 0, daysSinceBreak: 1 }, 'timeOfDay'],
    ['no gap before the first break ever', { daysInARow: 0, daysSinceBreak: null }, 'timeOfDay'],
  ] as [string, Partial<Facts>, RuleId][])('counts %s', (_, facts, rule) => {
    expect(told(at(0, facts)).rule).toBe(rule);
  });
});

/** Of each kind of break, around it, calm and tense: every rule finds its case among them. */
const MOMENTS = EXPLAIN_KINDS.flatMap((kind) =>
  (['working', 'before', 'after', 'prompted'] as const).flatMap((moment) =>
    [
      { hour: 15, tensionBefore: 9, tensionBeforeMinutesAgo: 1, tensionAfter: 3, snoozesNow: 2 },
      { hour: 21, tensionAfter: 8, snoozesNow: 0 },
    ].map((facts) =>
      at(0, {
        kind,
        moment,
        ...facts,
        breakMinutes: 5,
        rest: { minutes: 6, endedMinutesAgo: 1 },
        skippedInARow: 2,
        promptsEver: 1,
        breaksEver: 1,
        screenMinutes: 100,
        daysInARow: 4,
        massageDue: true,
      }),
    ),
  ),
);

describe('every rule and every article', () => {
  it('find each other: each rule has articles, each article a rule', () => {
    const offered = new Set<ArticleId>();
    for (const rule of Object.values(RULES)) {
      const articles = MOMENTS.flatMap((moment) => rule(moment, [])?.articles ?? []);
      expect(articles).not.toEqual([]);
      for (const id of articles) offered.add(id);
    }
    expect([...offered].sort()).toEqual([...ARTICLE_IDS].sort());
  });

  it('have their words: a line for each reason', () => {
    for (const key of Object.keys(messages).filter((key) => /^because_/.test(key))) {
      const shown = { ...NOTHING_SHOWN, current: currentWith(key.replace(/_(one|other)$/, '')) };
      expect(v.is(SHOWN.schema, shown), key).toBe(true);
    }
  });

  const currentWith = (key: string) => ({
    id: 'water',
    rule: 'tensionEased',
    kind: null,
    chosenAtMs: 1,
    because: {
      key,
      ...(/away|screen/.test(key) && { minutes: 7 }),
      ...(/unfit|later/.test(key) && { count: 2 }),
      ...(/tense/.test(key) && { rating: 5 }),
      ...(/eased/.test(key) && { before: 6, after: 3 }),
    },
  });
});
