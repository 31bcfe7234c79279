/** All figures. Some serve several scripts, such as `shoulders` and `turnHead`. */
export const FIGURES = [
  'stand',
  'shiftWeight',
  'heels',
  'reach',
  'shoulders',
  'turnHead',
  'shakeHands',
  'walk',
  'liftFeet',
  'ankles',
  'squeezeLeft',
  'squeezeRight',
  'neckBack',
  'armsHang',
  'palmLeft',
  'palmRight',
  'fingersLeft',
  'fingersRight',
  'jaw',
  'scalp',
  'handsRest',
  'heart',
  'far',
  'blink',
  'green',
  'edges',
  'glass',
  'scan',
] as const;
export type FigureName = (typeof FIGURES)[number];

/** What `scan` can light up. */
export const BODY_PARTS = [
  'brow',
  'eyes',
  'jaw',
  'shoulders',
  'back',
  'hands',
  'belly',
  'feet',
] as const;
export type BodyPart = (typeof BODY_PARTS)[number];
