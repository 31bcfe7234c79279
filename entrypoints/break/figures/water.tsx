import { Drawn, Line, Move, Skin } from './drawing.tsx';
import styles from './Figure.module.css';

export const Glass = () => (
  <>
    <ellipse class={styles.aura} cx="160" cy="262" rx="84" ry="7" />
    <Drawn
      draw={() => (
        <>
          <Skin d="M116 146c14 6 74 6 88 0l-7 100c-1 8-7 12-15 12h-44c-8 0-14-4-15-12Z" />
          <Line d="M110 84l12 161c1 8 6 13 15 13h46c9 0 14-4 14-13l13-161" />
          <Line d="M110 84c0-7 22-12 50-12 28 0 50 5 50 12 0 7-22 12-50 12-24 0-43-4-48-8" />
        </>
      )}
    />
    <Move how="swing" to="rotate(2deg)" back="rotate(-2deg)" joint="160 146">
      <Drawn
        draw={() => (
          <path d="M115 146c0-6 20-9 45-9 25 0 45 4 45 9 0 6-20 9-45 9-25 0-45-4-45-9Z" />
        )}
      />
    </Move>
    <g class={styles.lines}>
      <g class={styles.far}>
        <Line d="M129 172l5 60" />
      </g>
    </g>
  </>
);
