import type { ComponentType } from 'preact';
import {
  ArmsHang,
  NeckBack,
  NeckOneHand,
  Shoulders,
  SqueezeLeft,
  SqueezeRight,
  TurnHead,
} from './behind.tsx';
import { Heart, Jaw, JawOneHand, Scalp, ScalpOneHand } from './front.tsx';
import {
  FingersLeft,
  FingersOneHand,
  FingersRight,
  PalmLeft,
  PalmRight,
  Spread,
} from './hands.tsx';
import type { BodyPart, FigureName } from './names.ts';
import { Ankles, HandsRest, LiftFeet, RubThigh, Scan } from './seated.tsx';
import { Heels, Walk } from './side.tsx';
import { Reach, ShakeHands, ShiftWeight, Stand } from './standing.tsx';
import { Glass } from './water.tsx';
import { Blink, Edges, Far, Green } from './window.tsx';

interface Drawing {
  Draw: ComponentType<{ part?: BodyPart | undefined }>;
  /** The length of one cycle of the movement. */
  seconds: number;
  /** Where it fades out: towards its lower edge, or all around. */
  fades?: 'down' | 'out';
}

/** A new figure does not compile without its drawing. */
export const DRAWINGS: Record<FigureName, Drawing> = {
  stand: { Draw: Stand, seconds: 8 },
  shiftWeight: { Draw: ShiftWeight, seconds: 8 },
  heels: { Draw: Heels, seconds: 6 },
  reach: { Draw: Reach, seconds: 10 },
  shoulders: { Draw: Shoulders, seconds: 7, fades: 'down' },
  turnHead: { Draw: TurnHead, seconds: 10, fades: 'down' },
  shakeHands: { Draw: ShakeHands, seconds: 3 },
  walk: { Draw: Walk, seconds: 4 },
  liftFeet: { Draw: LiftFeet, seconds: 8 },
  ankles: { Draw: Ankles, seconds: 6 },
  squeezeLeft: { Draw: SqueezeLeft, seconds: 10, fades: 'down' },
  squeezeRight: { Draw: SqueezeRight, seconds: 10, fades: 'down' },
  neckBack: { Draw: NeckBack, seconds: 5, fades: 'down' },
  armsHang: { Draw: ArmsHang, seconds: 8, fades: 'down' },
  palmLeft: { Draw: PalmLeft, seconds: 5, fades: 'out' },
  palmRight: { Draw: PalmRight, seconds: 5, fades: 'out' },
  fingersLeft: { Draw: FingersLeft, seconds: 6, fades: 'out' },
  fingersRight: { Draw: FingersRight, seconds: 6, fades: 'out' },
  jaw: { Draw: Jaw, seconds: 5, fades: 'down' },
  scalp: { Draw: Scalp, seconds: 5, fades: 'down' },
  neckOneHand: { Draw: NeckOneHand, seconds: 5, fades: 'down' },
  rubThigh: { Draw: RubThigh, seconds: 4 },
  fingersOneHand: { Draw: FingersOneHand, seconds: 8, fades: 'out' },
  spread: { Draw: Spread, seconds: 8, fades: 'out' },
  jawOneHand: { Draw: JawOneHand, seconds: 8, fades: 'down' },
  scalpOneHand: { Draw: ScalpOneHand, seconds: 5, fades: 'down' },
  handsRest: { Draw: HandsRest, seconds: 8 },
  heart: { Draw: Heart, seconds: 10, fades: 'down' },
  far: { Draw: Far, seconds: 10, fades: 'down' },
  blink: { Draw: Blink, seconds: 6 },
  green: { Draw: Green, seconds: 8, fades: 'down' },
  edges: { Draw: Edges, seconds: 8, fades: 'out' },
  glass: { Draw: Glass, seconds: 8 },
  scan: { Draw: Scan, seconds: 8 },
};
