import { browser } from 'wxt/browser';

/** The only module that imports the browser's extension API. */
export { browser };

interface Offscreen {
  createDocument: (wish: {
    url: string;
    reasons: 'AUDIO_PLAYBACK'[];
    justification: string;
  }) => Promise<void>;
}

/** A page without a window. Only Chromium has it. */
export const offscreen = (): Offscreen | undefined =>
  (browser as { offscreen?: Offscreen }).offscreen;
