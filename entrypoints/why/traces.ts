/**
 * The lines of the drawing, as paths in a field of 276 × 44 px. Moving lines repeat, and start one period
 * earlier.
 */
export const WIDTH = 276;
export const HEIGHT = 44;
const MIDDLE = HEIGHT / 2;

export interface Wave {
  path: string;
  /** The distance in px after which it repeats. */
  period: number;
}

/** One heartbeat, 17 px wide. */
const BEAT = 'l2.5 4 4.5-22 4.5 32 3.5-17 2 3';
const BEAT_WIDTH = 17;

/** A line with a heartbeat after each gap, repeated. */
function heart(gaps: readonly number[]): Wave {
  const period = gaps.reduce((sum, gap) => sum + gap, 0);
  const cycle = gaps.map((gap) => `h${gap - BEAT_WIDTH}${BEAT}`).join('');
  const times = Math.ceil(WIDTH / period) + 1;
  return { path: `M0 ${MIDDLE}${cycle.repeat(times)}`, period };
}

/** Almost a sine, given by its amplitude. */
function breath(period: number, swing: number): Wave {
  const half = period / 2;
  const [early, late] = [half * 0.3642, half * 0.6358];
  const rise = `c${early} 0 ${late} ${-2 * swing} ${half} ${-2 * swing}`;
  const fall = `c${early} 0 ${late} ${2 * swing} ${half} ${2 * swing}`;
  const times = Math.ceil(WIDTH / period) + 1;
  return { path: `M0 ${MIDDLE + swing}${(rise + fall).repeat(times)}`, period };
}

export const HEARTS = {
  doing: heart([30.5]),
  /** Heartbeats closer together with the breath in, and further apart with the breath out. */
  resting: heart([40, 38, 44, 62, 74]),
};
export const BREATHS = { doing: breath(34.5, 6.5), resting: breath(92, 17) };

const fibres = (count: number, gap: number) =>
  Array.from({ length: count }, (_, index) => MIDDLE + (index - (count - 1) / 2) * gap);

/** Where each fiber is fixed. The style decides how far it sags. */
export const FIBRES = { doing: fibres(5, 7.5), resting: fibres(6, 5.5) };
/** It sags by 12 px in its middle. */
export const FIBRE = `m0 0c92 16 184 16 ${WIDTH} 0`;

export const DOTS = Array.from({ length: 11 }, (_, index) => 6 + (index * (WIDTH - 12)) / 10);
/** The one thing that an alert mind looks at. */
export const FIXED_ON = 4;
