import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './Field.module.css';
import type { Labelled } from './labelled.ts';
import { SavedMark } from './SavedMark.tsx';

interface FieldProps {
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** Why the last value was refused, and which one is still used. Replaces the hint. */
  error?: string | undefined;
  /** Puts the control below the label instead of beside it. */
  stacked?: boolean;
  /** Draws the control with these names: `{(names) => <Toggle {...names} … />}`. */
  children: (names: Labelled) => ComponentChildren;
}

/** A row: label, hint or error, and control. */
export function Field({ label, hint, error, stacked = false, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div class={styles.field} data-stacked={stacked} data-row={id}>
      <div class={styles.words}>
        <div class={styles.label}>
          <span id={`${id}-label`} data-row-label>
            {label}
          </span>
          <SavedMark row={id} />
        </div>
        <div id={noteId} class={error ? styles.error : styles.hint} aria-live="polite">
          {note}
        </div>
      </div>
      <div class={styles.control}>
        {children({
          id,
          labelledBy: `${id}-label`,
          describedBy: note ? noteId : undefined,
          invalid: error !== undefined,
        })}
      </div>
    </div>
  );
}
