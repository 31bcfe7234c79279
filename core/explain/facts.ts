import type { View } from '../engine/view.ts';
import { isKnownKind, type KindWish, type KnownKind } from '../kinds.ts';
import { type Massage, massageDue, NO_MASSAGE } from '../personal/massage.ts';
import { NEVER_ASKED, type Tension, tensionFacts } from '../personal/tension.ts';
import type { Settings } from '../records/settings.ts';
import type { Tally } from '../records/tally.ts';
import { type Local, MINUTE_MS } from '../time.ts';
import type { ExplainKind } from './articles.ts';
import type { Facts } from './rules.ts';

/** For this long after a break, the explanation is about that break. */
const AFTER_MS = 10 * MINUTE_MS;

/** The facts from records that pages store. */
interface OwnFacts {
  tension: Tension;
  massage: Massage;
}
const NOTHING_OWN: OwnFacts = { tension: NEVER_ASKED, massage: NO_MASSAGE };

/** The facts for explanations, taken from what is stored. */
export function factsOf(
  now: View,
  settings: Settings,
  tally: Tally,
  local: Local,
  { tension, massage }: OwnFacts = NOTHING_OWN,
): Facts {
  const { lastBreak, lastRest, breakDays } = tally;
  const after =
    now.phase !== 'break' &&
    lastBreak?.taken === true &&
    now.atMs - lastBreak.endedAtMs <= AFTER_MS;
  // Not below 0: someone who flies west over midnight is back in the day before.
  const sinceDays = breakDays === null ? null : Math.max(0, local.day - breakDays.day);
  const tookToday = sinceDays === 0;
  const told = tensionFacts(tension, now.atMs, after ? lastBreak.endedAtMs : null);
  const news = [
    ...told.newsAtMs,
    ...(lastBreak === null ? [] : [lastBreak.endedAtMs]),
    ...(lastRest === null ? [] : [lastRest.endedAtMs]),
  ];
  const moment = (): Facts['moment'] => {
    if (after) return 'after';
    if (now.phase === 'prompted') return 'prompted';
    return now.due ? 'before' : 'working';
  };
  return {
    atMs: now.atMs,
    date: local.date,
    hour: Math.floor(local.minuteOfDay / 60),
    eveningHour: settings.eveningHour,
    moment: moment(),
    kind: explained(after ? lastBreak.kind : now.next?.kind),
    breakMinutes: after ? Math.floor(lastBreak.seconds / 60) : 0,
    screenMinutes: Math.floor(now.screenTimeMs / MINUTE_MS),
    rest: lastRest && {
      minutes: Math.floor(lastRest.seconds / 60),
      endedMinutesAgo: Math.floor(Math.max(0, now.atMs - lastRest.endedAtMs) / MINUTE_MS),
    },
    skippedInARow: tally.skippedInARow,
    leftEarlyInARow: tally.leftInARow,
    snoozesNow: tally.snoozesNow,
    breaksEver: tally.breaksEver,
    promptsEver: tally.promptsEver,
    daysInARow: sinceDays !== null && sinceDays <= 1 ? (breakDays?.inARow ?? 0) : 0,
    daysSinceBreak: tookToday ? (breakDays?.daysSinceBefore ?? null) : sinceDays,
    ...told.facts,
    massageDue: massageDue(massage, local.date),
    newsAtMs: news.length === 0 ? null : Math.max(...news),
    offeredSeconds: now.next?.breakSeconds ?? lastBreak?.seconds ?? null,
  };
}

/**
 * The topic for a kind of break. A sequence counts as its last part; own breaks and surprises have no topic.
 */
const EXPLAINED_AS: Record<KnownKind, ExplainKind> = {
  breathing: 'breathing',
  stillness: 'stillness',
  movement: 'movement',
  eyes: 'eyes',
  water: 'water',
  neck: 'selfMassage',
  hands: 'selfMassage',
  heart: 'selfMassage',
  sequence: 'breathing',
};

/** The topic that articles use for a kind of break; null if there is none. */
const explained = (kind: KindWish | undefined): ExplainKind | null =>
  kind !== undefined && isKnownKind(kind) ? EXPLAINED_AS[kind] : null;
