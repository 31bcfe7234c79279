import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { t } from '../../shell/words/t.ts';
import styles from './SavedMark.module.css';

interface Saves {
  /** The row whose change was just saved, or could not be. */
  row: string | null;
  ok: boolean;
  /** Tells what became of a change that a row stores itself. */
  note: (ok: boolean) => void;
}

/** What a page that saves while people type says about it. */
export const SavesContext = createContext<Saves>({ row: null, ok: true, note: () => {} });

/** “Saved” beside the control that was changed. It is announced elsewhere, once for the page. */
export function SavedMark({ row }: { row: string }) {
  const saves = useContext(SavesContext);
  if (saves.row !== row) return null;
  return (
    <span class={styles.mark} data-ok={saves.ok} aria-hidden="true">
      {saves.ok && (
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="m1.5 6.5 3 3 6-7" />
        </svg>
      )}
      {saves.ok ? t('settings_saved') : t('settings_notSaved_here')}
    </span>
  );
}
