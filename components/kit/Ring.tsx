import { useEffect, useId, useRef } from 'preact/hooks';
import styles from './Ring.module.css';

/** `tide` and `ember` are filled; `held` is due but held back; `empty` is paused. */
export type RingTone = 'tide' | 'ember' | 'held' | 'empty';

interface RingProps {
  /** Its outer diameter in px. */
  size: number;
  /** How full it is, from 0 to 1. */
  level: number;
  tone?: RingTone;
}

/** Shallower water is not drawn. */
const LEAST_DEPTH_PX = 4;

/** The shape of Exhale: an open ring with a tide inside, colored only below the surface. */
export function Ring({ size, level, tone = 'tide' }: RingProps) {
  const clip = useId();
  const before = useRef(level);
  const ebbs = level < before.current;
  useEffect(() => {
    before.current = level;
  }, [level]);

  const { stroke, gap, opening } = proportions(size);
  const half = size / 2;
  const ring = half - stroke / 2;
  const water = half - stroke - gap;
  const full = tone === 'ember' || tone === 'held' || tone === 'empty' || level >= 1;
  const surface = full ? -half : ring - 2 * ring * level;
  const depth = water - surface;
  const hasWater = (tone === 'tide' || tone === 'ember') && (full || depth >= LEAST_DEPTH_PX);
  // Half the width of the surface, so that the wave is level at both sides.
  const reach = Math.sqrt(Math.max(water ** 2 - surface ** 2, (water / 4) ** 2));
  const wave = Math.min(2.4, reach / 24);
  const length = 2 * Math.PI * ring * (1 - opening / 360);
  const wet = full ? length : 2 * ring * Math.acos(clamp(surface / ring));
  const shown = Math.min(wet, length);

  return (
    <svg
      class={styles.ring}
      data-tone={tone}
      data-ebbs={ebbs}
      viewBox={`${-half} ${-half} ${size} ${size}`}
      width={size}
      height={size}
      aria-hidden="true"
    >
      <clipPath id={clip}>
        <circle r={water} />
      </clipPath>
      {/* Water that is not drawn stays below, so that it rises into view. */}
      <g clip-path={`url(#${clip})`}>
        <path
          class={styles.water}
          d={`M-99 0H-1q.5 ${-2 * wave} 1 0t1 0H99V999H-99Z`}
          style={{
            transform: `translateY(${hasWater ? surface : half}px) scaleX(${hasWater ? reach : half})`,
          }}
        />
      </g>
      <path class={styles.track} d={arc(ring, opening)} stroke-width={stroke} />
      <path
        class={styles.wet}
        d={arc(ring, opening)}
        stroke-width={tone === 'empty' ? stroke / 2 : stroke}
        // A round cap would draw a dot at length 0.
        stroke-linecap={shown === 0 ? 'butt' : 'round'}
        stroke-dasharray={`${shown} ${2 * length}`}
        stroke-dashoffset={-(length - shown) / 2}
      />
    </svg>
  );
}

function proportions(size: number) {
  if (size >= 100) return { stroke: 3, gap: 7, opening: 34 };
  return { stroke: 2.5, gap: size * 0.07, opening: size >= 48 ? 36 : 44 };
}

const clamp = (value: number) => Math.min(Math.max(value, -1), 1);

/** From the right end of the opening at the top, around the bottom, to its left end. */
function arc(radius: number, openingDegrees: number): string {
  const angle = (openingDegrees / 360) * Math.PI;
  const x = radius * Math.sin(angle);
  const y = -radius * Math.cos(angle);
  return `M${x} ${y}A${radius} ${radius} 0 1 1 ${-x} ${y}`;
}
