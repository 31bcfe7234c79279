import { Behind } from './behind.tsx';
import { Drawn, Glow, Line, Move, Pair, Part, Smaller } from './drawing.tsx';
import styles from './Figure.module.css';

/** What the eyes look at. */

const Watcher = () => (
  <Smaller by={0.56} x={70.4} y={178}>
    <Drawn draw={Behind} />
  </Smaller>
);

const Window = () => (
  <>
    <g class={styles.soft}>
      <path d="M64 168c26-18 52-12 76-4 30 8 60-22 116-14v70q0 8-8 8h-176q-8 0-8-8Z" />
    </g>
    <g class={styles.soft}>
      <path d="M64 192c36-14 66-2 96 2 36 4 66-12 96-8v34q0 8-8 8h-176q-8 0-8-8Z" />
    </g>
    <g class={styles.lines}>
      <path d="M118 228h-46c-5 0-8-3-8-8v-172c0-5 3-8 8-8h176c5 0 8 3 8 8v172c0 5-3 8-8 8h-46" />
      <path d="M64 168c26-18 52-12 76-4 30 8 60-22 116-14m-192 42c24-9 44-8 64-4m68 8c20-2 40-11 60-10" />
    </g>
  </>
);

export const Far = () => (
  <>
    <Move to="translateY(-5px) scale(1.06)" joint="182 138">
      <Glow x={182} y={138} r={66} />
    </Move>
    <Move to="translateY(-5px)">
      <Glow x={182} y={130} r={26} />
    </Move>
    <Window />
    <Watcher />
  </>
);

const Leaf = ({ at }: { at: string }) => (
  <g transform={at}>
    <Part d="M0 0c4-12 18-18 32-14-6 14-18 20-32 14 8-4 16-8 24-11" />
  </g>
);

export const Green = () => (
  <>
    <Window />
    <Move how="swing" to="rotate(2.5deg)" back="rotate(-2.5deg)" joint="256 60">
      <Drawn
        draw={() => (
          <>
            <Line d="M256 58c-28 4-56 20-78 54" />
            <Leaf at="translate(236 63) rotate(118)" />
            <Leaf at="translate(226 67) rotate(-168)" />
            <Leaf at="translate(207 78) rotate(98)" />
            <Leaf at="translate(199 85) rotate(172)" />
            <Leaf at="translate(178 112) rotate(142)" />
          </>
        )}
      />
    </Move>
    <Watcher />
  </>
);

/** Two lights move apart, to the edges of the view. */
export const Edges = () => (
  <>
    <Pair
      half={() => (
        <Move to="translateX(76px)">
          <Glow x={182} y={128} r={48} />
        </Move>
      )}
    />
    <g class={styles.far}>
      <g class={styles.soft}>
        <path d="M-4 166c48-28 88-24 120-14 50 16 96-16 146-10 22 2 42 10 62 20v158h-328Z" />
      </g>
      <g class={styles.soft}>
        <path d="M-4 200c48-22 96-22 164-8 60-12 110-14 164 6v122h-328Z" />
      </g>
    </g>
    <g class={styles.lines}>
      <path d="M-4 166c48-28 88-24 120-14 50 16 96-16 146-10 22 2 42 10 62 20m-328 38c40-18 80-22 122-16m84 0c46-6 88-2 122 14" />
    </g>
    <Smaller by={0.62} x={60.8} y={134}>
      <Drawn draw={Behind} />
    </Smaller>
  </>
);

export const Blink = () => (
  <>
    <Move to="translateY(14px) scaleY(.02)" joint="160 178">
      {[35, 24, 12].map((r) => (
        <g key={r} class={styles.soft}>
          <circle cx="160" cy="160" r={r} />
        </g>
      ))}
    </Move>
    <g class={styles.lines}>
      <Move how="shuts" to="scaleY(.04)" joint="160 166">
        <Line d="M76 166c24-30 54-42 84-42 30 0 60 12 84 42" />
      </Move>
      <g class={styles.far}>
        <Line d="M92 140c20-22 44-32 68-32 24 0 48 10 68 32" />
      </g>
      <Line d="M76 166c26 24 56 32 84 32 28 0 58-8 84-32" />
    </g>
  </>
);
