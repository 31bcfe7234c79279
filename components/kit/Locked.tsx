import { type ComponentChildren, createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';
import type { SettingName } from '../../core/records/policy.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Locked.module.css';

/** The settings that an organization has locked. */
export const LockedContext = createContext<ReadonlySet<SettingName>>(new Set());

/** One setting, or several. */
type By = SettingName | readonly SettingName[];

/** Whether an organization has locked it, or one of several. */
export function useLocked(by: By): boolean {
  const locked = useContext(LockedContext);
  return [by].flat().some((name) => locked.has(name as SettingName));
}

interface LockedProps {
  /** What these rows change. One that is locked locks them all. */
  by: By;
  /** Where little else can be reached, Tab stops once at the rows, under this name: so the note is read aloud. */
  label?: string;
  children: ComponentChildren;
}

/** Rows that can be read but not changed while an organization sets what they show; then they say so. */
export function Locked({ by, label, children }: LockedProps) {
  const isLocked = useLocked(by);
  const id = useId();
  if (!isLocked) return children;
  const rows = (
    <fieldset class={styles.rows} disabled aria-describedby={label ? undefined : id}>
      {children}
      <p id={id} class={styles.note}>
        {t('problem_locked')}
      </p>
    </fieldset>
  );
  if (!label) return rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: Tab skips what is disabled, and why it is with it.
    // biome-ignore lint/a11y/useSemanticElements: a disabled fieldset takes no focus.
    <div role="group" tabIndex={0} class={styles.whole} aria-label={label} aria-describedby={id}>
      {rows}
    </div>
  );
}
