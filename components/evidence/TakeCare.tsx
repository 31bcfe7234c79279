import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../shell/words/t.ts';
import styles from './TakeCare.module.css';

/** The safety note, as shown before the first break, in the settings and in every break. */
export function TakeCare() {
  return (
    <div class={styles.words}>
      <p>{t('care_breathe')}</p>
      <p>{t('care_doctor')}</p>
      <p>{t('care_device')}</p>
    </div>
  );
}

interface TakeCareDialogProps {
  open: boolean;
  onClose: () => void;
}

/** The safety note as a dialog. Esc closes it. */
export function TakeCareDialog({ open, onClose }: TakeCareDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!open) return dialog.current?.close();
    dialog.current?.showModal();
    title.current?.focus();
  }, [open]);

  return (
    <dialog class={styles.dialog} ref={dialog} aria-labelledby="take-care" onClose={onClose}>
      {open && (
        <>
          {/* By default the focus would go to the end and scroll a small page there. */}
          <h2 id="take-care" ref={title} tabIndex={-1}>
            {t('care_title')}
          </h2>
          <TakeCare />
          <button type="button" class={styles.close} onClick={onClose}>
            {t('care_close')}
          </button>
        </>
      )}
    </dialog>
  );
}
