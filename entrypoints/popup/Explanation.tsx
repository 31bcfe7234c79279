import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Dots } from '../../components/evidence/Dots.tsx';
import { Button } from '../../components/kit/Button.tsx';
import styles from './Explanation.module.css';

interface ExplanationProps {
  title: string;
  /** Why this one, now. */
  because?: string | undefined;
  /** At most two lines. */
  lead: string;
  /** How well it is supported: a word, and of four dots how many are filled, where dots can say it. */
  strength?: { word: string; dots: number | null } | undefined;
  /** What the link is called that unfolds the rest. */
  unfold: string;
  /** For whoever moves the focus to it. */
  titleRef?: Ref<HTMLHeadingElement> | undefined;
  /** The rest, drawn when it is unfolded. */
  children: ComponentChildren;
}

/** A few words that fit the moment, and the whole of it for whoever asks. */
export function Explanation({
  title,
  because,
  lead,
  strength,
  unfold,
  titleRef,
  children,
}: ExplanationProps) {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open) section.current?.scrollIntoView({ block: 'start' });
  }, [open]);
  return (
    <section ref={section} class={styles.explanation} aria-labelledby={`${id}-title`}>
      <h2 ref={titleRef ?? null} class={styles.title} id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {because && <p class={styles.because}>{because}</p>}
      <span class={styles.gap} />
      <p class={styles.lead}>{lead}</p>
      <div class={styles.foot}>
        <Button
          look="link"
          size={24}
          class={styles.unfold}
          unfolds={open}
          aria-controls={open ? `${id}-whole` : undefined}
          onPress={() => setOpen(!open)}
        >
          {unfold}
        </Button>
        {strength && (
          <span class={styles.strength}>
            {strength.word}
            {strength.dots !== null && <Dots filled={strength.dots} of={4} />}
          </span>
        )}
      </div>
      {open && (
        <div class={styles.whole} id={`${id}-whole`}>
          {children}
        </div>
      )}
    </section>
  );
}
