import { useState } from 'preact/hooks';
import { isTaken } from '../../core/kinds.ts';
import { RULES_OF } from '../../core/records/puttingOff.ts';
import type { BreakProps } from './Break.tsx';
import type { Stage } from './useStage.ts';

/** Leaves a break. A strict break needs a second press in its first half. */
export function useLeaving(
  stage: Stage,
  { settings, nowMs }: Pick<BreakProps, 'settings' | 'nowMs'>,
  leaveNow: () => void,
): { asksToLeave: boolean; leave: () => void } {
  /** The start of the break in which the button was pressed once. */
  const [pressedIn, setPressedIn] = useState<number | null>(null);
  const isHeld =
    RULES_OF[settings.puttingOff].staysForHalf &&
    stage.is === 'running' &&
    !isTaken(stage.session, nowMs());
  const heldIn = isHeld ? stage.session.startedAtMs : null;
  const asksToLeave = heldIn !== null && pressedIn === heldIn;
  return {
    asksToLeave,
    leave: () => (heldIn !== null && !asksToLeave ? setPressedIn(heldIn) : leaveNow()),
  };
}
