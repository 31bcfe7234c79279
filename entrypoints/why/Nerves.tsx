import styles from './Nerves.module.css';

/** The heights of the ganglia beside the spine. */
const KNOTS = [185, 210, 236, 314, 338, 361];
/** Between the words, from the neck down, thinner and thinner. */
const SPINE = [
  { from: 62, to: 130, width: 5 },
  { from: 170, to: 254, width: 4.5 },
  { from: 294, to: 378, width: 3.5 },
  { from: 418, to: 502, width: 2.5 },
  { from: 542, to: 613, width: 1.5 },
];

/** Head and spine, the chain that leads left, and the long nerve that leads right. In px of the drawing. */
export function Nerves() {
  return (
    <svg class={styles.nerves} viewBox="0 0 328 640" width="328" height="640" aria-hidden="true">
      <g class={styles.body}>
        <path d="M153 53.7a27 27 0 1 1 22 0" stroke-width="2.5" />
        {SPINE.map(({ from, to, width }) => (
          <path key={from} d={`M164 ${from}V${to}`} stroke-width={width} />
        ))}
      </g>
      <g class={styles.doing}>
        <path d="M118 172V375" stroke-width="1.25" />
        {KNOTS.map((y) => (
          <path key={y} d={`M118 ${y}c20 0 22-7 42-7`} />
        ))}
        <path d="M16 150C64 150 70 185 118 185" />
        <path d="M16 150C70 150 64 210 118 210" />
        <g class={styles.along}>
          <path d="M16 274C64 274 70 236 118 236" />
          <path d="M16 274C70 274 64 314 118 314" />
          <path d="M16 398C70 398 64 361 118 361" />
          <path d="M16 522C90 522 64 361 118 361" />
        </g>
        {KNOTS.map((y) => (
          <circle key={y} class={styles.knot} cx="118" cy={y} r="4" />
        ))}
      </g>
      <g class={styles.resting}>
        <path d="M164 66C194 66 210 88 210 112V222" stroke-width="2.25" />
        <path d="M210 108C210 142 262 150 312 150" stroke-width="2.25" />
        <path d="M164 596C190 596 210 606 210 628" />
        <g class={styles.along}>
          <path d="M210 228V453" />
          <path d="M210 222C210 258 262 274 312 274" />
          <path d="M210 334C210 376 262 398 312 398" />
          <path d="M210 453C210 500 262 522 312 522" />
        </g>
      </g>
    </svg>
  );
}
