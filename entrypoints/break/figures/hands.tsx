import type { ComponentChildren } from 'preact';
import { Drawn, Glow, Line, Mirrored, Move, Part, Skin, Under } from './drawing.tsx';

/** The left hand with its palm to the viewer, and the right hand that comes to it. */

const PALM =
  'M120 316c3-24-1-42-12-56-12-14-26-34-34-50-5-11 6-19 14-10 9 12 18 22 29 28-4-28-12-68-17-94-2-13 12-17 16-4 6 22 13 46 19 66 0-26-2-60-3-88 0-14 16-14 18 0 2 28 3 60 4 86 4-26 8-54 11-77 2-13 17-11 16 2-1 27-5 55-8 81 6-16 13-34 20-47 6-10 18-5 16 6-5 19-12 39-16 59-4 28-10 52-9 74 0 8 1 16 2 24';

const Open = () => (
  <>
    <Part d={PALM} />
    <Line d="M128 230c12 16 12 40 2 60m6-76c14 8 28 10 42 6" />
  </>
);

/** Its thumb is in front, its fingers are behind. */
const THUMB =
  'M212 231c-12-6-28-6-40-1-8 4-6 13 3 13 15-1 25 3 35 11 14 10 34 10 54 8 20 2 40 10 66 24';
const Other = () => (
  <>
    <Skin d="M340 240c-24-6-44-10-64-16-18-8-40-22-62-22-8 0-15 3-18 8-3 6 2 14 10 17l8 9 106 52Z" />
    <Part d={THUMB} />
    <Line d="M340 240c-24-6-44-10-64-16-18-8-40-22-62-22-7 0-12 2-16 7m-25 29c-1-1 0-3 2-4" />
  </>
);

export const PalmLeft = () => (
  <>
    <Glow x={166} y={238} r={50} />
    <Under
      cover={() => (
        <Move how="orbit" to="5px">
          <Skin d={THUMB} />
        </Move>
      )}
    >
      <Drawn draw={Open} />
    </Under>
    <Move how="orbit" to="5px">
      <Drawn draw={Other} />
    </Move>
  </>
);
export const PalmRight = () => (
  <Mirrored>
    <PalmLeft />
  </Mirrored>
);

const Along = ({ draw }: { draw: () => ComponentChildren }) => (
  <g transform="translate(13 -40)">
    <Move how="along" to="translate(20px, -44px)">
      {draw()}
    </Move>
  </g>
);

export const FingersLeft = () => (
  <>
    <Under cover={() => <Along draw={() => <Skin d={THUMB} />} />}>
      <Drawn draw={Open} />
    </Under>
    <Along draw={() => <Drawn draw={Other} />} />
  </>
);
export const FingersRight = () => (
  <Mirrored>
    <FingersLeft />
  </Mirrored>
);

/** The thumb goes along the fingers of its own hand: a light shows where. */
export const FingersOneHand = () => (
  <>
    <Move how="swing" to="translate(32px, 10px)" back="translate(-36px, 12px)">
      <Glow x={150} y={128} r={42} />
    </Move>
    <Drawn draw={Open} />
  </>
);

export const Spread = () => (
  <Move to="scale(1.1, 1.03)" joint="148 290">
    <Drawn draw={Open} />
  </Move>
);
