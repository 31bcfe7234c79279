import type { BodyPart, Side } from './lean.ts';
import styles from './Trace.module.css';
import {
  BREATHS,
  DOTS,
  FIBRE,
  FIBRES,
  FIXED_ON,
  HEARTS,
  HEIGHT,
  type Wave,
  WIDTH,
} from './traces.ts';

interface TraceProps {
  part: BodyPart;
  side: Side;
}

/** One body part under one of the two branches. The style knows how active the branch is. */
export function Trace({ part, side }: TraceProps) {
  return (
    <svg
      class={styles.trace}
      data-side={side}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio={side === 'doing' ? 'xMinYMid slice' : 'xMaxYMid slice'}
      aria-hidden="true"
    >
      {part === 'heart' && <Drifting wave={HEARTS[side]} speed={34} />}
      {part === 'breath' && <Drifting wave={BREATHS[side]} speed={22} />}
      {part === 'muscles' &&
        FIBRES[side].map((y) => (
          <g key={y} transform={`translate(0 ${y - (side === 'resting' ? 6 : 1)})`}>
            <path class={styles.fibre} d={FIBRE} />
          </g>
        ))}
      {part === 'mood' &&
        DOTS.map((x, index) => (
          <circle
            key={x}
            class={styles.dot}
            data-fixed={side === 'doing' && index === FIXED_ON}
            cx={x}
            cy={HEIGHT / 2}
            r={side === 'doing' ? (index === FIXED_ON ? 10 : 3) : 5.75}
          />
        ))}
    </svg>
  );
}

function Drifting({ wave: { path, period }, speed }: { wave: Wave; speed: number }) {
  return (
    <g class={styles.size}>
      <path
        class={styles.drifting}
        d={path}
        style={{ '--period': `${-period}px`, animationDuration: `${period / speed}s` }}
      />
    </g>
  );
}
