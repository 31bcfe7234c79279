import type { ComponentChildren } from 'preact';
import { Drawn, Limb, Move, Part, Skin, Standing, Under, Whole } from './drawing.tsx';
import styles from './Figure.module.css';
import motion from './motion.module.css';

/** A person from the side, looking to the right. */

const HEAD =
  'M150.5 57.5c-4-5.5-5.7-12.5-4.5-19.5 2-10 10-15.2 18-14.2 8 1.2 12.5 7.7 12.5 15.2 0 3.5 2.3 6.5 1.9 8.2-.4 1.4-1.9 1.8-2 3.8-.2 4.5-2.9 7.8-6.9 7.8-2 0-3.5.7-4.5 2.7';
const TRUNK =
  'M151 50v10c0 6-2 11-5.5 17-5 10-6 23-3.5 39 2.5 14 5.5 24 5 34-.5 10-4.5 16-4.5 26 .5 14 7.5 18 17.5 18 10 0 14.5-4 14.5-16 .5-8 0-18-1-30-1-16 .5-30 2-46 .5-10-1.5-18-6-26-2.5-5-4.5-9-4.5-15l7-9Z';

const Trunk = () => (
  <>
    <Part d={HEAD} />
    <Skin d={TRUNK} />
  </>
);

const Arm = () => (
  <Limb along="157 97 7, 155.5 112 6.6, 155 128 6, 157 142 5.4, 160.5 158 4.8, 165 176 3.7, 167.5 185 4.3, 169.5 194 3.4, 170 202 1.8" />
);
const Thigh = () => (
  <Limb along="158.5 172 14, 159 184 14, 159.5 198 12.5, 160.5 214 10, 161 230 8.2" />
);
const Shin = () => <Limb along="161 228 8.2, 160 244 8, 158.5 262 6, 158.5 282 4.4" />;
const Foot = () => (
  <Part d="M154 281c-2.5 6-3 13 0 14.5 6 1 24 1.5 27.5 0 2.5-2.5-6.5-6-12.5-8.5-3.5-1.5-5.5-3.5-6-6" />
);

export const Heels = () => (
  <Standing>
    <Under cover={Raised}>
      <Whole
        draw={() => (
          <>
            <Move to="rotate(24deg)" joint="176 296">
              <Foot />
            </Move>
            <Move to="translate(1px, -9px)">
              <Limb along="158.5 172 14, 159.5 196 12.5, 160.5 214 10, 161 231 7.8, 159.5 248 7.8, 158.5 262 6, 158.5 280 4.4, 158.5 285 4" />
              <Trunk />
            </Move>
          </>
        )}
      />
    </Under>
    <Drawn draw={Raised} />
  </Standing>
);
const Raised = () => (
  <Move to="translate(1px, -9px)">
    <Arm />
  </Move>
);

/** A walking leg. The rear one is half a cycle later, and its knee bends as it passes the other. */
const Step = () => (
  <Move how="thigh" joint="158 178">
    <Thigh />
    <Move how="knee" joint="161 230">
      <Shin />
      <Move how="ankle" joint="158 282">
        <Foot />
      </Move>
    </Move>
  </Move>
);
const Swing = () => (
  <Move how="swing" to="rotate(15deg)" back="rotate(-15deg)" joint="157 94">
    <Arm />
  </Move>
);
/** Both go up and down with the steps. */
const Bobbing = ({ draw }: { draw: () => ComponentChildren }) => <Move how="bob">{draw()}</Move>;

const Near = () => (
  <>
    <Step />
    <Trunk />
  </>
);
const NearArm = () => <Bobbing draw={Swing} />;

export const Walk = () => (
  <Standing>
    <Under
      cover={() => (
        <>
          <Bobbing draw={Near} />
          <NearArm />
        </>
      )}
    >
      <g class={`${styles.far} ${motion.other}`}>
        <Whole draw={() => <Bobbing draw={Step} />} />
        <Drawn draw={() => <Bobbing draw={Swing} />} />
      </g>
    </Under>
    <Under cover={NearArm}>
      <Whole draw={() => <Bobbing draw={Near} />} />
    </Under>
    <Drawn draw={NearArm} />
  </Standing>
);
