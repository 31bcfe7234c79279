import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../components/kit/Button.tsx';
import type { Sees } from '../../../shell/diagnostics.ts';
import { t } from '../../../shell/words/t.ts';
import styles from './SeesPanel.module.css';
import { decisionLines, type SeesLine, seesLines, seesText } from './seesWords.ts';

export interface SeesPanelProps {
  /** Asks the background; null when it does not answer. */
  look: () => Promise<Sees | null>;
  version: string;
  /** The browser lets it see the addresses of tabs. */
  seesSites: boolean;
}

/** Each look wakes the background, so it is taken only while the panel is open and in view. */
const LOOK_EVERY_MS = 2000;

/** What Exhale sees, live: for whoever wants to know why it asks or does not. */
export function SeesPanel({ look, version, seesSites }: SeesPanelProps) {
  const [sees, setSees] = useState<Sees | 'waiting' | null>('waiting');
  useEffect(() => {
    let open = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = async () => {
      clearTimeout(timer);
      if (document.hidden) return;
      const seen = await look();
      if (!open) return;
      setSees(seen);
      clearTimeout(timer);
      timer = setTimeout(again, LOOK_EVERY_MS);
    };
    void again();
    document.addEventListener('visibilitychange', again);
    return () => {
      open = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [look]);

  return (
    <div class={styles.panel}>
      <p class={styles.never}>{t(seesSites ? 'sees_never_sites' : 'sees_never')}</p>
      {sees === 'waiting' && <p>{t('sees_waiting')}</p>}
      {sees === null && <p role="status">{t('sees_noAnswer')}</p>}
      {sees !== 'waiting' && sees !== null && (
        <>
          <Lines lines={seesLines(sees)} />
          <h3 class={styles.heading}>{t('sees_decisions')}</h3>
          {sees.decisions.length === 0 ? (
            <p>{t('sees_decisions_none')}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls can be reached by the keyboard
            <section class={styles.decisions} tabIndex={0} aria-label={t('sees_decisions')}>
              <Lines lines={decisionLines(sees)} />
            </section>
          )}
          <Copy text={() => seesText(sees, version, navigator.userAgent)} />
        </>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: readonly SeesLine[] }) {
  return (
    <dl class={styles.facts}>
      {lines.map(({ label, value }, nth) => (
        <div key={`${nth}-${label}`} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Copy({ text }: { text: () => string }) {
  const [copied, setCopied] = useState<'no' | 'yes' | { byHand: string }>('no');
  function copy() {
    const now = text();
    navigator.clipboard.writeText(now).then(
      () => setCopied('yes'),
      () => setCopied({ byHand: now }),
    );
  }
  const byHand = typeof copied === 'object' ? copied.byHand : null;
  return (
    <>
      <div class={styles.copy}>
        <Button look="outlined" onPress={copy}>
          {t('sees_copy')}
        </Button>
        <span role="status">
          {copied === 'yes' && t('sees_copied')}
          {byHand !== null && t('sees_copyFailed')}
        </span>
      </div>
      {byHand !== null && (
        <textarea
          class={styles.text}
          readOnly
          rows={8}
          aria-label={t('settings_about_sees')}
          value={byHand}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
