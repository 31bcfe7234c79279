/** Each browser has its own way to keep an extension's icon in view. */
export type PinPlace = 'chromium' | 'edge' | 'firefox';

export const PIN_PLACE: PinPlace = import.meta.env.FIREFOX
  ? 'firefox'
  : /\bEdg\//.test(navigator.userAgent)
    ? 'edge'
    : 'chromium';
