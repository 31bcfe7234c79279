import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shell/words/t.ts';
import { Button } from './Button.tsx';
import styles from './ConfirmButton.module.css';

interface ConfirmButtonProps {
  /** The label of the first button. */
  label: string;
  /** The question, which says what would happen. */
  question: string;
  /** The label of the button that does it. */
  yes: string;
  disabled?: boolean | undefined;
  onConfirm: () => void;
}

/** A button that asks again in the same place before it does something final. */
export function ConfirmButton({ label, question, yes, disabled, onConfirm }: ConfirmButtonProps) {
  const [asks, setAsks] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const moved = useRef(false);

  // The pressed button is gone, so the keyboard goes to the one in its place, which cancels.
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
