/** What is heard of a breath with closed eyes, when sound is on: a gliding tone, a bell at each phase, its word. */
export const CUES = ['tone', 'bell', 'voice'] as const;
export type Cue = (typeof CUES)[number];
