/** How a breath can be heard with closed eyes. The first is the default. */
export const CUES = ['tone', 'bell', 'voice'] as const;
export type Cue = (typeof CUES)[number];

/** The volume of every sound, in percent. The highest is still soft. */
export const LOUDNESS = { min: 0, max: 40 } as const;
