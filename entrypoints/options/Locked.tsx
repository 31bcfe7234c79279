import { type ComponentChildren, createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';
import type { SettingName } from '../../core/records/policy.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Locked.module.css';

/** The settings that an organization has locked. */
export const LockedContext = createContext<ReadonlySet<SettingName>>(new Set());

interface LockedProps {
  /** What these rows change. One that is locked locks them all. */
  by: SettingName | readonly SettingName[];
  children: ComponentChildren;
}

/** Rows that can be read but not changed while an organization sets what they show; then they say so. */
export function Locked({ by, children }: LockedProps) {
  const locked = useContext(LockedContext);
  const id = useId();
  if (![by].flat().some((name) => locked.has(name as SettingName))) return children;
  return (
    <fieldset class={styles.rows} disabled aria-describedby={id}>
      {children}
      <p id={id} class={styles.note}>
        {t('problem_locked')}
      </p>
    </fieldset>
  );
}
