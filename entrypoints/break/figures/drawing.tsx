import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './Figure.module.css';
import { limb } from './limb.ts';
import motion from './motion.module.css';

type Draw = () => ComponentChildren;

/** Drawn twice: as a soft body whose parts merge, and as a few lines on top. */
export const Drawn = ({ draw }: { draw: Draw }) => (
  <>
    <g class={styles.soft}>{draw()}</g>
    <g class={styles.lines}>{draw()}</g>
  </>
);

/**
 * One outline around all parts, so that lines meet at every joint, even while the parts move. What overlaps
 * another part has no line there; lines drawn with `Line` are left out.
 */
export function Whole({ draw }: { draw: Draw }) {
  const id = useId();
  return (
    <>
      <g class={styles.soft}>{draw()}</g>
      <mask id={id} maskUnits="userSpaceOnUse" x="-40" y="-40" width="400" height="400">
        <g class={styles.around}>{draw()}</g>
        <g class={styles.within}>{draw()}</g>
      </mask>
      <rect class={styles.ink} x="-40" y="-40" width="400" height="400" mask={`url(#${id})`} />
    </>
  );
}

/** Hides what is behind `cover`, even while both move. */
export function Under({ cover, children }: { cover: Draw; children: ComponentChildren }) {
  const id = useId();
  return (
    <>
      <mask id={id} maskUnits="userSpaceOnUse" x="-40" y="-40" width="400" height="400">
        <rect class={styles.open} x="-40" y="-40" width="400" height="400" />
        <g class={styles.cover}>{cover()}</g>
      </mask>
      <g mask={`url(#${id})`}>{children}</g>
    </>
  );
}

/** A body with its outline. The outline stays open unless it ends where it began. */
export const Part = ({ d }: { d: string }) => <path d={d} />;

/** A body without an outline. */
export const Skin = ({ d }: { d: string }) => <path class={styles.skin} d={d} />;

/** An outline without a body. */
export const Line = ({ d }: { d: string }) => <path class={styles.line} d={d} />;

export const Limb = ({ along }: { along: string }) => <path d={limb(along)} />;

interface SmallerProps {
  by: number;
  x: number;
  y: number;
  children: ComponentChildren;
}

interface MoveProps {
  /**
   * `there`: out and back. `first`: out and back in the first half of the cycle, then rest. `swing`: to one
   * side, then the other. `orbit`: around, at the distance `to`. `squeeze`: presses, holds, lets go, and does
   * it again at `to`; `warms` follows it. The others are made for one figure each.
   */
  how?:
    | 'there'
    | 'first'
    | 'swing'
    | 'orbit'
    | 'along'
    | 'roll'
    | 'comes'
    | 'hides'
    | 'shuts'
    | 'squeeze'
    | 'warms'
    | 'thigh'
    | 'knee'
    | 'ankle'
    | 'bob';
  to?: string;
  /** The other side of `swing`. */
  back?: string;
  /** The joint it turns around: `x y`. */
  joint?: string;
  children: ComponentChildren;
}

export function Move({ how = 'there', to, back, joint = '160 160', children }: MoveProps) {
  return (
    <g
      class={`${motion.moves} ${motion[how]}`}
      style={{
        '--to': to,
        '--back': back,
        transformOrigin: joint.replace(/\d+/g, '$&px'),
      }}
    >
      {children}
    </g>
  );
}

export const Mirrored = ({ children }: { children: ComponentChildren }) => (
  <g transform="matrix(-1 0 0 1 320 0)">{children}</g>
);

/** The right half of the picture and its mirror image, at the same time or half a cycle later. */
export const Pair = ({ half, inTurn = false }: { half: Draw; inTurn?: boolean }) => (
  <>
    {half()}
    <g class={inTurn ? motion.other : undefined}>
      <Mirrored>{half()}</Mirrored>
    </g>
  </>
);

/** Drawn smaller, with lines of the same width. */
export const Smaller = ({ by, x, y, children }: SmallerProps) => (
  <g transform={`matrix(${by} 0 0 ${by} ${x} ${y})`} style={{ '--drawn-at': by }}>
    {children}
  </g>
);

/** A standing person, with room above for a raised arm. */
export const Standing = ({ children }: { children: ComponentChildren }) => (
  <>
    <ellipse class={styles.aura} cx="160" cy="297" rx="76" ry="5" />
    <Smaller by={0.9} x={16} y={30}>
      {children}
    </Smaller>
  </>
);

/** A warm light on the part that is meant. */
export function Glow({ x, y, r }: { x: number; y: number; r: number }) {
  const id = useId();
  return (
    <>
      <radialGradient id={id}>
        <stop class={styles.core} offset="0" />
        <stop class={styles.core} offset=".35" />
        <stop class={styles.rim} offset="1" />
      </radialGradient>
      <circle cx={x} cy={y} r={r} fill={`url(#${id})`} />
    </>
  );
}
