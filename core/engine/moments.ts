import type { Reason } from '../records/reasons.ts';
import { MINUTE_MS, SECOND_MS } from '../time.ts';
import type { Draft } from './draft.ts';
import { withinHours } from './hours.ts';
import { isAway } from './screenTime.ts';

/** Reasons that last: the icon and the dial show that a reminder is held back. */
export const LASTING: readonly Reason[] = [
  'fullScreen',
  'call',
  'site',
  'watching',
  'elsewhere',
  'outsideHours',
];

/** This long after due, a change of task in full screen counts as work. */
export const WORKING_IN_FULL_SCREEN_MS = 15 * MINUTE_MS;
/** Stillness this long is a change of task. */
const STILL_MS = 15 * SECOND_MS;

/** What makes this a bad moment. Nothing is asked while any of it lasts. */
export function badMoments(draft: Draft): Reason[] {
  const { state, settings, nowMs, seen } = draft;
  const { world, presence } = state;
  const bad: Reason[] = [];
  if (draft.pause !== null) bad.push('paused');
  if (!withinHours(draft.hours, seen.local)) bad.push('outsideHours');
  if (presence.is === 'away' || isAway(state, nowMs)) bad.push('away');
  if ((world.call || world.callHeard) && settings.holdBack.call) bad.push('call');
  if (world.site) bad.push('site');
  if (world.fullScreen && settings.holdBack.fullScreen) bad.push('fullScreen');
  if (world.sound && settings.holdBack.watching && isStill(draft)) bad.push('watching');
  if (world.elsewhere && !showsElsewhere(draft)) bad.push('elsewhere');
  if (state.peaceUntilMs !== null && nowMs < state.peaceUntilMs) bad.push('justBack');
  if (state.quietUntilMs !== null && nowMs < state.quietUntilMs) bad.push('skipped');
  return bad;
}

/** Only a notification is seen in front of another program. */
const showsElsewhere = ({ settings }: Draft): boolean => settings.promptStyle === 'notification';

/** No input for 15 s. With sound in view it is watching, otherwise a good moment. */
export const isStill = ({ seen, state, nowMs }: Draft): boolean =>
  seen.quietSeconds === undefined
    ? state.presence.is !== 'present'
    : seen.idle !== 'locked' && nowMs - state.inputAtMs >= STILL_MS;
