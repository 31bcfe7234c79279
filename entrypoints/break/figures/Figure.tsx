import { useState } from 'preact/hooks';
import { DRAWINGS } from './drawings.ts';
import styles from './Figure.module.css';
import type { BodyPart, FigureName } from './names.ts';

interface FigureProps {
  name: FigureName;
  /** The part that `scan` lights up. */
  part?: BodyPart;
  /** No movement: the figure shows its clearest pose. */
  reduced: boolean;
  /** The person has chosen less motion. */
  still: boolean;
}

/** A figure that slowly does what the words say. It fades over to the next one. */
export function Figure({ name, part, reduced, still }: FigureProps) {
  const [known, setKnown] = useState([name]);
  const shown = known.at(-1) === name ? known : [...known.filter((other) => other !== name), name];
  if (shown !== known) setKnown(shown);

  return (
    <div class={styles.figure} data-reduced={reduced} data-still={still} aria-hidden="true">
      {shown.map((each) => {
        const { Draw, seconds, fades } = DRAWINGS[each];
        const gone = () => setKnown((all) => all.filter((other) => other !== each));
        return (
          <svg
            key={each}
            class={styles.drawing}
            viewBox="0 0 320 320"
            aria-hidden="true"
            data-fades={fades}
            data-leaving={each !== name}
            onAnimationEnd={each === name ? undefined : gone}
            style={{ '--seconds': `${seconds}s` }}
          >
            <Draw part={part} />
          </svg>
        );
      })}
    </div>
  );
}
