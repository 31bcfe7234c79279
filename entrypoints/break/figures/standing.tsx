import type { ComponentChildren } from 'preact';
import { Limb, Mirrored, Move, Pair, Part, Skin, Standing, Whole } from './drawing.tsx';

/** The right half is drawn; the left half mirrors it. */

const HEAD =
  'M155 55.5c-5.5-4-7.7-10.5-7.5-16.5 .5-10 6-15.5 12.5-15.5 7 0 12.5 5.5 12.5 15.5 0 9.5-6 19-12 19';
const TRUNK =
  'M154 50v10c-.5 7-4 10.5-11 14-8 3.5-13 6-16 12-1 12 9 18 12 30 2 14 3.5 23 3.5 33-.5 11-5.5 21-5.5 37 7 18 39 18 46 0 0-16-5-26-5.5-37 0-10 1.5-19 3.5-33 3-12 13-18 12-30-3-6-8-8.5-16-12-7-3.5-10.5-7-11-14v-10Z';

/** With the round of the shoulder, so that the arm stays joined to the body wherever it is. */
const SHOULDER = 'M183 80a10 10 0 1 0 0 20a10 10 0 1 0 0-20Z';
const Arm = () => (
  <>
    <Skin d={SHOULDER} />
    <Limb along="186 92 7.5, 190 108 7, 192.8 125 6.2, 194.8 142 5.4, 196.3 158 5, 197.5 176 3.8, 198.3 185 4.3, 197.8 194 3.4, 196.3 203 1.7" />
  </>
);
const Leg = () => (
  <Skin d="M159 176v30c2 30 5.5 56 8 78-.5 5-.5 8 1.5 11 3.5 2 16 2 16-1-.5-2.5-5.5-5-7-10 1-16 2.5-30 3.5-48 2-20 4-36 2-60Z" />
);

const Trunk = () => (
  <>
    <Part d={HEAD} />
    <Skin d={TRUNK} />
  </>
);

const Upright = ({ draw }: { draw: () => ComponentChildren }) => (
  <Standing>
    <Whole draw={draw} />
  </Standing>
);

export const Stand = () => (
  <Upright
    draw={() => (
      <>
        <Pair half={Leg} />
        <Move to="translateY(3px)">
          <Trunk />
          <Pair half={Arm} />
        </Move>
      </>
    )}
  />
);

export const ShiftWeight = () => (
  <Upright
    draw={() => (
      <>
        <Move how="swing" to="rotate(5deg)" back="rotate(-5deg)" joint="175 292">
          <Leg />
        </Move>
        <Move how="swing" to="rotate(5deg)" back="rotate(-5deg)" joint="145 292">
          <Mirrored>
            <Leg />
          </Mirrored>
        </Move>
        <Move how="swing" to="translateX(10px) rotate(-1deg)" back="translateX(-10px) rotate(1deg)">
          <Trunk />
          <Pair half={Arm} />
        </Move>
      </>
    )}
  />
);

export const Reach = () => (
  <Upright
    draw={() => (
      <>
        <Pair half={Leg} />
        <Trunk />
        <Pair
          inTurn
          half={() => (
            <Move how="first" to="rotate(-156deg)" joint="184 90">
              <Arm />
            </Move>
          )}
        />
      </>
    )}
  />
);

const Shaken = () => (
  <g transform="rotate(-8 185 92)">
    <Skin d={SHOULDER} />
    <Limb along="186 92 7.5, 190 108 7, 192.8 125 6.2, 194.8 142 5.4, 196.3 158 5, 197.5 174 3.8" />
    <Move how="swing" to="rotate(20deg)" back="rotate(-24deg)" joint="198 178">
      <Limb along="198 177 3.7, 198.3 185 4.4, 197.8 194 3.5, 196.3 203 1.8" />
    </Move>
  </g>
);

export const ShakeHands = () => (
  <Upright
    draw={() => (
      <>
        <Pair half={Leg} />
        <Trunk />
        <Pair half={Shaken} />
      </>
    )}
  />
);
