import type { ComponentChildren } from 'preact';
import { Drawn, Glow, Limb, Line, Move, Part, Skin, Under, Whole } from './drawing.tsx';
import styles from './Figure.module.css';
import motion from './motion.module.css';
import { BODY_PARTS, type BodyPart } from './names.ts';

/** A person on a stool, from the side. */

const HEAD =
  'M129 76c-4-6-6-14-5-22 2-12 11-18 20-17 10 2 15 9 15 18 0 4 2 7 2 9 0 2-2 2-2 5 0 5-4 9-8 9-2 0-4 0-5 3';
const TRUNK =
  'M129 68v12c0 8-2 13-8 19-9 11-12 27-11 47 2 14 4 24 2 36-4 12-8 24-2 36 12 8 40 6 56 2l10-34c-12-1-20-4-20-12-1-14 1-28 2-44 0-16-6-26-10-33-2-5-2-9-2-17l10-10Z';

const Trunk = () => (
  <>
    <Part d={HEAD} />
    <Skin d={TRUNK} />
  </>
);

const Arm = () => (
  <Limb along="135 121 9, 133 138 8.6, 135 156 7.6, 142 169 7, 156 177 6, 172 182 4.6, 182 184.5 5, 194 188 4, 203 191.5 2.2" />
);
const Foot = () => <Part d="M190 269c-3 5-4 12-2 14 8 1 28 1 33 0 3-3-7-7-14-10-4-1-6-3-6-5" />;
const Leg = ({ foot = () => <Foot /> }: { foot?: () => ComponentChildren }) => (
  <>
    <Skin d="M130 192c20-2 50-2 68-1 11 2 13 13 9 25l-3 12c-24-4-54-2-74-6Z" />
    <Limb along="196 212 10.5, 194.5 236 10, 194.5 252 7.4, 195.5 270 5.2" />
    {foot()}
  </>
);

const Stool = () => (
  <>
    <ellipse class={styles.aura} cx="160" cy="285" rx="92" ry="5" />
    <g class={styles.lines}>
      <g class={styles.far}>
        <Line d="M92 228h74m-64 1l-6 54m58-54l6 54" />
      </g>
    </g>
  </>
);

interface SittingProps {
  leg: () => ComponentChildren;
  arm?: () => ComponentChildren;
  inTurn?: boolean;
}

/** Two legs with the same movement, at the same time, or the rear one half a cycle later. */
function Sitting({ leg, arm = Arm, inTurn = false }: SittingProps) {
  const near = () => (
    <>
      {leg()}
      <Trunk />
    </>
  );
  return (
    <>
      <Stool />
      <Under cover={near}>
        <g class={`${styles.far} ${inTurn ? motion.other : ''}`} transform="translate(11 -3)">
          <Whole draw={leg} />
        </g>
      </Under>
      <Under cover={arm}>
        <Whole draw={near} />
      </Under>
      <Drawn draw={arm} />
    </>
  );
}

export const LiftFeet = () => (
  <Sitting
    inTurn
    leg={() => (
      <Move how="first" to="rotate(-9deg)" joint="130 208">
        <Leg />
      </Move>
    )}
  />
);

export const Ankles = () => (
  <Sitting
    leg={() => (
      <g transform="rotate(-5 130 208)">
        <Leg
          foot={() => (
            <Move how="swing" to="rotate(24deg)" back="rotate(-14deg)" joint="196 270">
              <Foot />
            </Move>
          )}
        />
      </g>
    )}
  />
);

/** The place of each part, and the radius of its light: x, y, r. */
const PLACES: Record<BodyPart, [number, number, number]> = {
  brow: [154, 47, 20],
  eyes: [156, 57, 18],
  jaw: [152, 72, 19],
  shoulders: [133, 112, 32],
  hands: [192, 187, 30],
  belly: [148, 172, 34],
  feet: [205, 276, 32],
  back: [113, 150, 40],
};

export const Scan = ({ part }: { part?: BodyPart | undefined }) => (
  <>
    {BODY_PARTS.map((place) => {
      const [x, y, r] = PLACES[place];
      return (
        <g key={place} class={styles.place} data-lit={place === part}>
          <Move to="scale(1.12)" joint={`${x} ${y}`}>
            <Glow x={x} y={y} r={r} />
          </Move>
        </g>
      );
    })}
    <Sitting leg={() => <Leg />} />
  </>
);
export const HandsRest = () => <Scan part="hands" />;

/** The palm rubs the thigh. */
export const RubThigh = () => (
  <>
    <Glow x={182} y={184} r={34} />
    <Sitting
      leg={() => <Leg />}
      arm={() => (
        <Move how="orbit" to="5px">
          <Arm />
        </Move>
      )}
    />
  </>
);
