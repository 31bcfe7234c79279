import type { BreakProps } from '../../../entrypoints/break/Break.tsx';

/** For a page of a break: nobody touches anything, nothing else can be heard or seen, and its sounds are silent. */
export const QUIET_WORLD = {
  inputWithin: async () => false,
  muteOthers: () => () => {},
  fillScreen: () => () => {},
  onUnwatched: () => {},
  onPreferences: () => {},
  openSounds: () => ({
    ring: () => {},
    mark: () => {},
    chime: () => {},
    ringAt: () => () => {},
    breathe: () => () => {},
    noise: () => {},
    setHidden: () => {},
    close: () => {},
  }),
} satisfies Partial<BreakProps>;
