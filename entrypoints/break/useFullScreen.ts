import { useEffect } from 'preact/hooks';
import type { BreakProps } from './Break.tsx';
import type { Stage } from './useStage.ts';

/** From the settling to the way back. */
const FILLED: Stage['is'][] = ['running', 'echo', 'over'];

/** A break in full screen, for those who chose it. While others see or hear the person, the window stays. */
export function useFullScreen(
  stage: Stage,
  {
    preferences,
    hushed = null,
    fillScreen,
  }: Pick<BreakProps, 'preferences' | 'hushed' | 'fillScreen'>,
): void {
  const fills = preferences.fullScreen && hushed === null && FILLED.includes(stage.is);
  useEffect(() => (fills ? fillScreen() : undefined), [fills]);
}
