import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Dots } from '../../components/evidence/Dots.tsx';
import { Button } from '../../components/kit/Button.tsx';
import type { Written } from '../../shell/words/said.ts';
import styles from './Explanation.module.css';

interface ExplanationProps {
  title: string;
  /** Why this one is shown now. */
  because?: string | undefined;
  /** At most two lines. */
  lead: string;
  /** The language of title and lead, if it is not that of the page. */
  written?: Written | undefined;
  /** How well it is supported: a word, and how many of four dots are filled, if it has dots. */
  strength?: { word: string; dots: number | null } | undefined;
  /** The link that opens the rest. */
  unfold: string;
  /** To move the focus to the title. */
  titleRef?: Ref<HTMLHeadingElement> | undefined;
  /** The rest, drawn when it is opened. */
  children: ComponentChildren;
}

/** A few words that fit the moment, and the whole article on request. */
export function Explanation({
  title,
  because,
  lead,
  written,
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
      <h2 ref={titleRef ?? null} class={styles.title} id={`${id}-title`} tabIndex={-1} {...written}>
        {title}
      </h2>
      {because && <p class={styles.because}>{because}</p>}
      <span class={styles.gap} />
      <p class={styles.lead} {...written}>
        {lead}
      </p>
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
