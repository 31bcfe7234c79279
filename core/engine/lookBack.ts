import { weekOf } from '../time.ts';
import type { Draft } from './draft.ts';

const WEEK_DAYS = 7;

/**
 * Offers, if wanted, a look back at the last week: once, in the first good moment of a week that follows one in which
 * someone was there. What was offered is stored before it is shown, so that it never comes twice.
 */
export function offerLookBack(draft: Draft, isGoodMoment: boolean): void {
  const { state, settings, seen, tally } = draft;
  if (!settings.lookBack || state.presence.is !== 'present') return;
  const week = weekOf(seen.local.day, 'mon');
  // A clock that is a day off changes nothing; a date that was far too late is corrected.
  if (week > tally.weekSeen || week < tally.weekSeen - WEEK_DAYS)
    draft.count({ weekSeen: week, lookBackDue: tally.weekSeen === week - WEEK_DAYS });
  if (!isGoodMoment || !draft.tally.lookBackDue) return;
  draft.count({ lookBackDue: false });
  draft.happened({ type: 'look-back' });
}
