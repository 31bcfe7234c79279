/** The pictures that `npm start` takes without a display. */
interface Picture {
  schemes: readonly ('light' | 'dark')[];
  /** In pixels. A page is at least this high, and as high as its content. */
  width: number;
  leastHeight: number;
}

const BOTH = ['light', 'dark'] as const;
const PAGE = { width: 1000, leastHeight: 600 };
const PROMPT = { width: 400, leastHeight: 180 };
const POPUP = { width: 360, leastHeight: 400 };

export const PICTURES = {
  '1-welcome': { schemes: BOTH, ...PAGE },
  '1-welcome-rhythm': { schemes: BOTH, ...PAGE },
  '1-welcome-pin': { schemes: BOTH, ...PAGE },
  '1-welcome-see': { schemes: BOTH, ...PAGE },
  '1-welcome-breath': { schemes: BOTH, ...PAGE },
  '2-prompt': { schemes: BOTH, ...PROMPT },
  '2-popup-asking': { schemes: BOTH, ...POPUP },
  '3-break': { schemes: ['dark'], ...PAGE },
  '3-break-after': { schemes: ['dark'], ...PAGE },
  '4-popup': { schemes: BOTH, ...POPUP },
  '5-settings': { schemes: BOTH, ...PAGE },
} as const satisfies Record<string, Picture>;

export type PictureName = keyof typeof PICTURES;

/** The file name of a picture in one scheme. */
export function fileOf(name: PictureName, scheme: 'light' | 'dark'): string {
  const hasBoth = PICTURES[name].schemes.length > 1;
  return `${name}${hasBoth ? `-${scheme}` : ''}.png`;
}

/** Each file, with the size that is known beforehand. */
export const PICTURE_FILES = (Object.keys(PICTURES) as PictureName[]).flatMap((name) => {
  const { schemes, width, leastHeight } = PICTURES[name];
  return schemes.map((scheme) => ({ file: fileOf(name, scheme), width, leastHeight }));
});
