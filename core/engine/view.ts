import type { Reason } from '../records/reasons.ts';
import type { Rhythm, RhythmId } from '../records/settings.ts';
import type { Break, Phase } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import { type Local, MINUTE_MS } from '../time.ts';
import { limitEndsAtMs, patientSinceMs, readyToAsk, returnsAtMs } from './ask.ts';
import { Draft } from './draft.ts';
import { msUntilHoursChange, withinHours } from './hours.ts';
import { atInstant } from './letTimePass.ts';
import { AFTER_ALL_MS } from './maySkip.ts';
import { badMoments } from './moments.ts';
import { screenTimeMs } from './screenTime.ts';

/** What a surface shows at one instant. */
export interface View {
  atMs: number;
  phase: Phase;
  screenTimeMs: number;
  /** null in a break, while paused, outside the hours, or with no rhythm on */
  nextBreakInMs: number | null;
  /** The rhythm asked for, else the longest due, else the next due. */
  next: (Pick<Rhythm, 'intervalMinutes' | 'breakSeconds' | 'kind'> & { rhythm: RhythmId }) | null;
  /** Progress of that rhythm, 0 to 1. */
  progress: number;
  /** A break is due. */
  due: boolean;
  /** Why nothing is asked. `forMs` is how long it has been due. */
  silence: { reason: Reason; untilMs: number | null; forMs: number } | null;
  /** When a pause ends; `open` if it lasts until resumed. */
  pausedUntilMs: number | 'open' | null;
  /** Muted while the person presents. */
  presenting: boolean;
  /** Until when reminders come half as often; null if as often as ever. */
  slowerUntilMs: number | null;
  break: Break | null;
  /** The skipped break can be taken. */
  afterAll: boolean;
  /** The prompt is visible now. */
  asking: boolean;
}

/** The view at an instant, if only time has passed since the last look. */
export function view(before: Stored, atMs: number, local: Local): View {
  const stored = atInstant(before, atMs, local);
  const draft = new Draft(stored, { atMs, local });
  const { state, settings } = draft;
  const next = draft.nextRhythm;
  const due = draft.longestDue !== null;
  return {
    atMs,
    phase: state.phase,
    screenTimeMs: screenTimeMs(state, settings, atMs),
    nextBreakInMs: nextBreakInMs(draft),
    next: next && {
      rhythm: next.id,
      intervalMinutes: next.intervalMinutes,
      breakSeconds: next.breakSeconds,
      kind: next.kind,
    },
    progress: next === null ? 0 : Math.min(1, next.countMs / next.intervalMs),
    due,
    silence: silenceOf(draft),
    pausedUntilMs: draft.pause && (draft.pauseEndsAtMs ?? 'open'),
    presenting: draft.pause?.is === 'presenting',
    slowerUntilMs: draft.slowerEndsAtMs,
    break: state.break,
    afterAll: state.skipped !== null && atMs - state.skipped.atMs <= AFTER_ALL_MS,
    asking: state.ask?.showing === true,
  };
}

function nextBreakInMs(draft: Draft): number | null {
  const { state, nowMs, pause, seen } = draft;
  const rhythms = draft.rhythms;
  if (state.break !== null || pause !== null || rhythms.length === 0) return null;
  if (!withinHours(draft.hours, seen.local)) return null;
  if (state.ask !== null) return 0;
  const lacks = rhythms.map(({ intervalMs, countMs }) => Math.max(0, intervalMs - countMs));
  return Math.max(Math.min(...lacks), (state.snoozedUntilMs ?? nowMs) - nowMs);
}

/** Silence always has a reason. */
function silenceOf(draft: Draft): View['silence'] {
  const { state, settings, nowMs, seen } = draft;
  const forMs = nowMs - (state.dueSinceMs ?? nowMs);
  const silent = (reason: Reason, untilMs: number | null = null) => ({ reason, untilMs, forMs });
  if (draft.rhythms.length === 0) return silent('noRhythm');
  if (state.break !== null || state.ask?.showing === true) return null;
  const [bad] = badMoments(draft);
  const lasting = bad === 'paused' || bad === 'outsideHours';
  if (draft.longestDue === null && !lasting && state.snoozedUntilMs === null) return null;
  if (bad === 'outsideHours') {
    const change = msUntilHoursChange(draft.hours, nowMs, seen.local);
    return silent(bad, change === null ? null : nowMs + change);
  }
  if (bad === 'paused') return silent(bad, draft.pauseEndsAtMs);
  if (state.snoozedUntilMs !== null) return silent('snoozed', state.snoozedUntilMs);
  if (bad === 'justBack') return silent(bad, state.peaceUntilMs);
  if (bad === 'skipped') return silent(bad, state.quietUntilMs);
  if (bad !== undefined) return silent(bad);
  if (!readyToAsk(draft)) {
    const untilMs = state.ask === null ? null : returnsAtMs(state.ask, settings);
    return silent('returning', untilMs);
  }
  const limitMs = limitEndsAtMs(draft);
  if (limitMs > nowMs) return silent('limit', limitMs);
  return silent('patience', patientSinceMs(draft) + settings.patienceMinutes * MINUTE_MS);
}
