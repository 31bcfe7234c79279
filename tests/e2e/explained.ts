import { SOURCES } from '../../core/evidence/sources.ts';
import { ARTICLES, type ArticleId, articleKey } from '../../core/explain/articles.ts';
import { EMPTY_TALLY, type Tally } from '../../core/records/tally.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { word } from '../driver/words.ts';

/** A past, and what the popup then explains. `because` is null where no reason is given. */
export interface Explained {
  when: string;
  past: () => { tally?: Partial<Tally>; eveningHour?: number; minutesAtScreen?: number };
  article: ArticleId;
  because: string | null;
}

const aMinuteAgo = () => Date.now() - MINUTE_MS;

export const EXPLAINED: readonly Explained[] = [
  {
    when: 'breath, after a breathing break',
    past: () => ({
      minutesAtScreen: 1,
      tally: {
        lastBreak: {
          endedAtMs: aMinuteAgo(),
          kind: 'breathing',
          pattern: 'longExhale',
          seconds: 60,
          taken: true,
        },
      },
    }),
    article: 'slower-heart',
    because: word('because_after_breathing'),
  },
  {
    when: 'that a break may be skipped, after two skips',
    past: () => ({ tally: { skippedInARow: 2 } }),
    article: 'your-choice',
    because: word('because_unfit_other', '2'),
  },
  {
    when: 'that a rest counts, after one',
    past: () => ({
      minutesAtScreen: 1,
      tally: { lastRest: { endedAtMs: aMinuteAgo(), seconds: 7 * 60 } },
    }),
    article: 'own-rest',
    because: word('because_away', word('duration_minutes', '7')),
  },
  {
    when: 'sleep in the evening, without calling that a reason',
    past: () => ({ eveningHour: 0 }),
    article: 'sleep',
    because: null,
  },
];

/** What `begin` takes for such a past. */
export function seedOf({ past }: Explained) {
  const { tally, eveningHour = 23, minutesAtScreen = 4 } = past();
  const used = { ...EMPTY_TALLY, careRead: true, breaksEver: 9, promptsEver: 9 };
  return {
    minutesAtScreen,
    settings: { eveningHour },
    records: { tally: { ...used, ...tally } },
  };
}

/** What stands in the popup at rest, and what comes when it is unfolded, each once. */
export function wordsOf(article: ArticleId): { resting: string[]; unfolded: string[] } {
  const { strength, sources } = ARTICLES[article];
  return {
    resting: [
      word(articleKey(article, 'title')),
      word(articleKey(article, 'lead')),
      word(`strength_${strength}`),
    ],
    unfolded: [
      word(articleKey(article, 'body')),
      word(`strength_${strength}_meaning`),
      ...sources.map((source) => SOURCES[source].citation),
    ],
  };
}

export const timesIn = (text: string, part: string): number => text.split(part).length - 1;
