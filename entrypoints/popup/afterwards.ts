export { BreathChoices } from './BreathChoices.tsx';
export { LiveDayLine } from './DayLine.tsx';
export { LiveExplanation } from './LiveExplanation.tsx';
export { LiveLoss } from './LiveLoss.tsx';
export { MoreChoices } from './MoreChoices.tsx';
export { PauseChoices } from './PauseChoices.tsx';
export { PauseUntil } from './PauseUntil.tsx';
export { whyLocked } from './whyLocked.ts';

/** The part of the popup that is loaded after its first paint. */
export type Afterwards = typeof import('./afterwards.ts');
