import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import { t } from '../../shell/words/t.ts';
import styles from './Part.module.css';
import { type PartId, PlaceContext } from './usePlace.ts';

interface PartProps {
  id: PartId;
  hint?: string;
  /** Settings of a newer Exhale can be looked at, and not changed. */
  frozen?: boolean;
  /** The rows behind “More”. */
  more?: ComponentChildren;
  children: ComponentChildren;
}

/** A section of the settings. All of them are in the page, so that the search finds their rows; one is in view. */
export function Part({ id, hint, frozen = false, more, children }: PartProps) {
  const { part, open, onMore } = useContext(PlaceContext);
  const isOpen = open.has(id);
  return (
    <section
      id={id}
      class={styles.part}
      data-part={id}
      hidden={part !== id}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`} tabIndex={-1}>
        {t(`settings_part_${id}`)}
      </h2>
      {hint && <p class={styles.hint}>{hint}</p>}
      <fieldset role="presentation" class={styles.rows} disabled={frozen}>
        {children}
      </fieldset>
      {more && (
        <>
          <div class={styles.more}>
            <Button
              look="link"
              unfolds={isOpen}
              aria-controls={`${id}-more`}
              aria-label={t('settings_more_of', t(`settings_part_${id}`))}
              onPress={() => onMore(id)}
            >
              {t('settings_more')}
            </Button>
          </div>
          <fieldset
            role="presentation"
            id={`${id}-more`}
            class={styles.rows}
            data-more
            hidden={!isOpen}
            disabled={frozen}
          >
            {more}
          </fieldset>
        </>
      )}
    </section>
  );
}

interface GroupProps {
  /** For links to it. */
  id: string;
  title: string;
  hint?: string | undefined;
  children: ComponentChildren;
}

/** Rows within a section that belong together. */
export function Group({ id, title, hint, children }: GroupProps) {
  return (
    <section id={id} class={styles.group} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h3>
      {hint && <p class={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}
