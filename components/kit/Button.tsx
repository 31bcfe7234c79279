import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import styles from './Button.module.css';
import { Chevron } from './Chevron.tsx';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'size' | 'onClick'> {
  /** At most one `primary` per screen. `outlined` is `secondary` with the border of a control. */
  look?: 'primary' | 'secondary' | 'outlined' | 'quiet' | 'link';
  /** Its height in px. */
  size?: 24 | 28 | 36 | 40 | 44 | 48;
  /** Shown after a dot in lighter type, such as the length of a break. */
  detail?: string | undefined;
  /** For a button that opens something below it: draws a chevron and tells screen readers. */
  unfolds?: boolean | undefined;
  onPress?: (event: MouseEvent) => void;
  children?: ComponentChildren;
}

const HEIGHTS = { primary: 44, secondary: 40, outlined: 36, quiet: 36, link: 28 } as const;

export function Button({
  look = 'secondary',
  size = HEIGHTS[look],
  detail,
  unfolds,
  onPress,
  class: extra,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-expanded={unfolds}
      {...rest}
      class={[styles.button, styles[look], styles[`h${size}`], extra].filter(Boolean).join(' ')}
      onClick={onPress}
    >
      <span class={styles.words}>
        <span class={styles.label}>{children}</span>
        {detail && (
          <>
            <span class={styles.dot} aria-hidden="true">
              ·
            </span>
            <span class={styles.detail}>{detail}</span>
          </>
        )}
      </span>
      {unfolds !== undefined && <Chevron up={unfolds} />}
    </button>
  );
}
