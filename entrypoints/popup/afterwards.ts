export { LiveExplanation } from './LiveExplanation.tsx';
export { MoreChoices } from './MoreChoices.tsx';
export { PauseChoices } from './PauseChoices.tsx';

/** What the popup loads after its first picture, for which it needs none of this. */
export type Afterwards = typeof import('./afterwards.ts');
