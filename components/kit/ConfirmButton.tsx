import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shell/words/t.ts';
import { Button } from './Button.tsx';
import styles from './ConfirmButton.module.css';

interface ConfirmButtonProps {
  /** On the button that asks. */
  label: string;
  /** What would happen. */
  question: string;
  /** On the button that does it. */
  yes: string;
  disabled?: boolean | undefined;
  onConfirm: () => void;
}

/** A button that asks once more, in its own place, before it does what can't be taken back. */
export function ConfirmButton({ label, question, yes, disabled, onConfirm }: ConfirmButtonProps) {
  const [asks, setAsks] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const moved = useRef(false);

  // The pressed button is gone: the keyboard goes to what stands in its place, and that is the one that keeps.
  useLayoutEffect(() => {
    if (moved.current) root.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    moved.current = true;
  }, [asks]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for the keys of the buttons inside
    <div
      ref={root}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsks(false);
      }}
    >
      {asks ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own
        <div class={styles.asks} role="group" aria-label={label}>
          <p class={styles.question} role="alert">
            {question}
          </p>
          <div class={styles.answers}>
            <Button look="outlined" data-first onPress={() => setAsks(false)}>
              {t('settings_data_keep')}
            </Button>
            <Button
              look="outlined"
              onPress={() => {
                setAsks(false);
                onConfirm();
              }}
            >
              {yes}
            </Button>
          </div>
        </div>
      ) : (
        <Button look="outlined" data-first disabled={disabled} onPress={() => setAsks(true)}>
          {label}
        </Button>
      )}
    </div>
  );
}
