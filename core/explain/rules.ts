import { dayNumber } from '../time.ts';
import { ARTICLE_IDS, type ArticleId, type ExplainKind } from './articles.ts';
import type { Because, Entry, RuleId } from './shown.ts';

/** Everything that the choice of an explanation may use: no page, no address, no text. */
export interface Facts {
  atMs: number;
  /** The local date, YYYY-MM-DD. */
  date: string;
  /** The local hour, 0 to 23. */
  hour: number;
  /** From the settings: evening begins at this hour. The night until 5 belongs to it. */
  eveningHour: number;
  /**
   * - `after`: for ten minutes after a break that was taken
   * - `prompted`: asked and not answered
   * - `before`: a break is due but not asked for (held back, snoozed, waiting for a good moment)
   * - `working`: otherwise
   */
  moment: 'before' | 'after' | 'working' | 'prompted';
  /**
   * In `after` the kind of the break just taken (for a sequence, its last part), otherwise of the next; null
   * if there is none.
   */
  kind: ExplainKind | null;
  /** In `after` the length of the break just taken, otherwise 0. */
  breakMinutes: number;
  /** What the dial shows. */
  screenMinutes: number;
  /** The last natural rest; null if there was none today. */
  rest: { minutes: number; endedMinutesAgo: number } | null;
  /**
   * How many asks in a row were skipped, up to the last; and how many breaks in a row were left before half.
   */
  skippedInARow: number;
  leftEarlyInARow: number;
  /** How often the current ask was postponed; 0 without one. */
  snoozesNow: number;
  /** The last rating before a break, 0 to 10, and its age; absent if the person does not rate. */
  tensionBefore?: number;
  tensionBeforeMinutesAgo?: number;
  /** In `after` the rating after the break just taken, 0 to 10; absent if there is none. */
  tensionAfter?: number;
  /** Breaks taken since the install, and prompts shown since then. */
  breaksEver: number;
  promptsEver: number;
  /** Days in a row with a break taken, up to today, or up to yesterday if today has none yet. */
  daysInARow: number;
  /** Days since the last day before today with a break taken (1: yesterday); null if there was none. */
  daysSinceBreak: number | null;
  /** A massage is due in the next days; absent means no. */
  massageDue?: boolean;
  /**
   * The latest end of a break or natural rest, or the latest rating; null if there is none. Only these end a
   * choice early.
   */
  newsAtMs: number | null;
  /**
   * The length of the last break offered. Nothing longer is suggested to someone who is tired of reminders.
   */
  offeredSeconds: number | null;
}

export interface Offer {
  because: Because | null;
  /** In the order they are offered. */
  articles: readonly ArticleId[];
}

type Rule = (facts: Facts, entries: readonly Entry[]) => Offer | null;

const when = (holds: boolean, because: Because | null, ...articles: ArticleId[]): Offer | null =>
  holds ? { because, articles } : null;

const AFTER: Record<ExplainKind, ArticleId[]> = {
  breathing: ['slower-heart', 'longer-exhale', 'mood'],
  stillness: ['why-it-matters', 'no-screen', 'slower-heart'],
  selfMassage: ['more-than-muscle', 'cared-for', 'water'],
  movement: ['gentle-movement', 'stiffness'],
  eyes: ['far-away'],
  water: ['water'],
};

const NEXT: Record<ExplainKind, ArticleId[]> = {
  breathing: ['slow-breaths', 'longer-exhale', 'deeper-breath'],
  stillness: ['no-screen', 'exhale-moment'],
  selfMassage: ['guarding', 'slow-rhythm', 'more-than-muscle'],
  movement: ['stiffness', 'gentle-movement'],
  eyes: ['far-away'],
  water: ['water'],
};

const BY_DAY = {
  morning: ['mood', 'gentle-movement'],
  midday: ['water', 'far-away'],
  afternoon: ['slow-breaths', 'two-gears'],
  evening: [],
  late: [],
} satisfies Record<string, ArticleId[]>;

/** These speak of something that just happened, so the time of day never chooses them. */
const OF_AN_EVENT: readonly ArticleId[] = ['own-rest', 'your-choice', 'between-tasks'];

function partOfDay({ hour, eveningHour }: Facts): keyof typeof BY_DAY {
  if (hour < 5 || hour >= 23) return 'late';
  if (hour >= eveningHour) return 'evening';
  if (hour >= 14) return 'afternoon';
  return hour >= 11 ? 'midday' : 'morning';
}

const isDark = (facts: Facts) => ['evening', 'late'].includes(partOfDay(facts));

/** First the articles never shown, then those shown longest ago; otherwise in the given order. */
export function byAge(ids: readonly ArticleId[], entries: readonly Entry[]): ArticleId[] {
  const age = (id: ArticleId) => entries.findIndex((entry) => entry.id === id);
  return [...ids].sort((a, b) => age(a) - age(b));
}

/** The last rule, which always holds. */
export function byTimeOfDay(facts: Facts, entries: readonly Entry[]): Offer {
  const part = partOfDay(facts);
  const others = ARTICLE_IDS.filter(
    (id) => !OF_AN_EVENT.includes(id) && (id !== 'sleep' || isDark(facts)),
  );
  return {
    because: null,
    articles: [...BY_DAY[part], ...byAge(others, entries)],
  };
}

/**
 * The articles that a rule offers while it holds. Rules are tried in the order of RULE_IDS; the first one
 * with an article wins.
 */
export const RULES: Record<RuleId, Rule> = {
  tensionEased: ({ moment, tensionBefore: before, tensionAfter: after }) =>
    before === undefined || after === undefined
      ? null
      : when(
          moment === 'after' && after <= before - 2,
          { key: 'because_eased', before, after },
          'exhale-moment',
          'mood',
          'slower-heart',
        ),
  // Never correct the person, and suggest only gentle things.
  stillTense: ({ moment, tensionAfter: rating = 0 }) =>
    when(
      moment === 'after' && rating >= 7,
      { key: 'because_tense', rating },
      'guarding',
      'cared-for',
      'exhale-moment',
    ),
  afterBreak: ({ moment, kind, breakMinutes }) =>
    kind &&
    when(
      moment === 'after',
      { key: `because_after_${kind}` },
      ...AFTER[kind],
      ...(kind === 'breathing' && breakMinutes >= 5 ? (['blood-pressure'] as const) : []),
      'why-it-matters',
    ),
  backFromRest: ({ rest }) =>
    rest &&
    when(
      rest.endedMinutesAgo <= 3,
      { key: 'because_away', minutes: rest.minutes },
      'own-rest',
      'often',
    ),
  skippedLately: ({ skippedInARow, leftEarlyInARow }) => {
    const count = Math.max(skippedInARow, leftEarlyInARow);
    return when(
      count >= 2,
      { key: 'because_unfit', count },
      'your-choice',
      'between-tasks',
      'slow-breaths',
    );
  },
  postponed: ({ snoozesNow, moment, promptsEver }) =>
    snoozesNow >= 2
      ? when(true, { key: 'because_later', count: snoozesNow }, 'between-tasks')
      : when(
          moment === 'prompted' && promptsEver === 1,
          { key: 'because_firstPrompt' },
          'between-tasks',
        ),
  newHere: ({ breaksEver }) =>
    when(breaksEver < 3, { key: 'because_new' }, 'two-gears', 'exhale-moment', 'why-it-matters'),
  tense: ({ tensionBefore: rating = 0, tensionBeforeMinutesAgo: age = Number.POSITIVE_INFINITY }) =>
    when(
      rating >= 5 && age <= 30,
      { key: 'because_tense', rating },
      'guarding',
      'deeper-breath',
      'slow-rhythm',
      'cared-for',
      'cortisol',
    ),
  evening: (facts) => when(isDark(facts), null, 'sleep', 'cared-for', 'longer-exhale'),
  nextBreak: ({ moment, kind }) =>
    kind &&
    when(
      moment === 'before' || moment === 'prompted',
      { key: `because_next_${kind}` },
      ...NEXT[kind],
    ),
  longAtScreen: ({ screenMinutes: minutes }) =>
    when(minutes >= 90, { key: 'because_screen', minutes }, 'stiffness', 'no-screen'),
  atScreen: ({ screenMinutes: minutes }) =>
    when(
      minutes >= 45,
      { key: 'because_screen', minutes },
      'guarding',
      'gentle-movement',
      'far-away',
    ),
  // At most once in seven days.
  severalDays: ({ daysInARow, daysSinceBreak, date }, entries) => {
    const last = entries.find(({ id }) => id === 'often');
    const lately = last !== undefined && dayNumber(date) - dayNumber(last.date) < 7;
    const gap = (daysSinceBreak ?? 0) >= 2;
    return when(
      !lately && (daysInARow >= 3 || gap),
      { key: gap ? 'because_someDays' : 'because_severalDays' },
      'often',
    );
  },
  massageSoon: ({ massageDue = false }) =>
    when(massageDue, { key: 'because_massage' }, 'more-than-muscle', 'slow-rhythm'),
  timeOfDay: byTimeOfDay,
};
