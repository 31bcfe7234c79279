import { browser as api } from 'wxt/browser';
import { limited } from './limits.ts';

/** The browser's extension API; no other module imports it. A call without an answer fails with NoAnswer. */
export const browser = limited(() => api);

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
