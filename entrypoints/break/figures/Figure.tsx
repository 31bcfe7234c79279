import { useState } from 'preact/hooks';
import { DRAWINGS } from './drawings.ts';
import styles from './Figure.module.css';
import type { BodyPart, FigureName } from './names.ts';

interface FigureProps {
  name: FigureName;
  /** What `scan` lights. */
  part?: BodyPart;
  /** Nothing moves: the figure shows the pose that tells most. */
  reduced: boolean;
  /** The person has stopped the movement. */
  still: boolean;
}

/** A drawn figure that shows slowly what the words beside it say. Another one comes as this one goes. */
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
