import type { ComponentChildren } from 'preact';
import { Ring, type RingTone } from '../../components/kit/Ring.tsx';
import styles from './Dial.module.css';

interface DialProps {
  /** How full it is, from 0 to 1. */
  level: number;
  tone: RingTone;
  /** The number or word in the middle, made of `Figure` parts. */
  children: ComponentChildren;
}

/** The ring of 168 px with the main value in its middle. */
export function Dial({ level, tone, children }: DialProps) {
  return (
    <div class={styles.dial}>
      <Ring size={168} level={level} tone={tone} />
      <div class={styles.middle}>{children}</div>
    </div>
  );
}

interface FigureProps {
  /** Numbers with units. One is large above its unit, two stand in one line. */
  parts: readonly { value: string; unit: string }[];
}

export function Figure({ parts }: FigureProps) {
  const [first] = parts;
  if (parts.length === 1 && first)
    return (
      <>
        <span class={styles.number}>{first.value}</span>{' '}
        <span class={styles.unit}>{first.unit}</span>
      </>
    );
  return (
    <span class={styles.row}>
      {parts.map(({ value, unit }) => (
        <span key={unit} class={styles.part}>
          <span class={styles.smaller}>{value}</span> <span class={styles.beside}>{unit}</span>
        </span>
      ))}
    </span>
  );
}

interface StandingProps {
  word: string;
  detail: string;
}

/** A state in words instead of a number: “Paused”, “until 14:30”. */
export function Standing({ word, detail }: StandingProps) {
  return (
    <>
      <span class={styles.word}>{word}</span> <span class={styles.unit}>{detail}</span>
    </>
  );
}
