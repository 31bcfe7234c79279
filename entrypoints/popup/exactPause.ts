import type { View } from '../../core/engine/view.ts';
import type { Pause } from '../../core/records/state.ts';
import { instantOf } from '../../shell/clock.ts';

/** The view with the exact end of a long pause. The core knows a change to summer time only a day ahead. */
export function exactPause(view: View, pause: Pause): View {
  if (view.pausedUntilMs === null || pause?.is !== 'untilMorning') return view;
  const morningMs = instantOf(pause.day, pause.minuteOfDay);
  return { ...view, pausedUntilMs: Math.min(morningMs, pause.latestMs) };
}
