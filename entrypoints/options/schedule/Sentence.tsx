import { type ComponentChildren, Fragment } from 'preact';

interface SentenceProps {
  /** The words, with `gap(1)`, `gap(2)` … in the places of the fields. */
  words: string;
  /** The fields, in the order of the gaps. */
  fields: ComponentChildren[];
  class?: string | undefined;
}

/** Characters that no language uses. They mark the gaps wherever a translation puts them. */
const FIRST_MARK = 0xe000;
const MARKS = /([\ue000-\ue00f])/;

/** Marks the nth gap of a message, from 1 on. */
export const gap = (nth: number): string => String.fromCharCode(FIRST_MARK + nth);

/** A sentence with fields in its gaps, in the order of the language. */
export function Sentence({ words, fields, class: extra }: SentenceProps) {
  return (
    <span class={extra}>
      {words.split(MARKS).map((part) => {
        const nth = part.charCodeAt(0) - FIRST_MARK;
        const field = MARKS.test(part) ? fields[nth - 1] : undefined;
        if (field !== undefined) return <Fragment key={`field-${nth}`}>{field}</Fragment>;
        const text = part.trim();
        return text === '' ? null : <span key={text}>{text}</span>;
      })}
    </span>
  );
}
