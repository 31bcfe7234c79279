import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import styles from './Unfolding.module.css';

interface UnfoldingProps {
  label: string;
  /** Read aloud instead, if the label alone is unclear. */
  spoken?: string;
  aside?: string | undefined;
  /** Open from the start. */
  open?: boolean;
  /** A line within text instead of a row. */
  small?: boolean;
  children: ComponentChildren;
}

/** A line that opens what it names. */
export function Unfolding({
  label,
  spoken,
  aside,
  open: opened = false,
  small = false,
  children,
}: UnfoldingProps) {
  const id = useId();
  const [open, setOpen] = useState(opened);
  return (
    <>
      <div
        class={styles.line}
        data-small={small}
        data-row={small ? undefined : id}
        data-row-label={label}
      >
        <Button
          look="link"
          size={small ? 24 : 28}
          aria-label={spoken}
          unfolds={open}
          aria-controls={open ? id : undefined}
          onPress={() => setOpen(!open)}
        >
          {label}
        </Button>
        {aside && <span class={styles.aside}>{aside}</span>}
      </div>
      {open && (
        <div id={id} class={styles.unfolded} data-small={small}>
          {children}
        </div>
      )}
    </>
  );
}
