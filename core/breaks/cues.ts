/** How a breath can be heard with closed eyes. The first is the default. */
export const CUES = ['tone', 'bell', 'voice'] as const;
export type Cue = (typeof CUES)[number];
