import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../components/kit/Button.tsx';
import { dayFromLog } from '../../../core/simulate/fromLog.ts';
import type { Sees } from '../../../shell/diagnostics.ts';
import { t } from '../../../shell/words/t.ts';
import styles from './SeesPanel.module.css';
import { type DecisionLine, decisionLines, seesLines, seesText } from './seesWords.ts';

export interface SeesPanelProps {
  /** Looks once; null if the browser gives no answer. */
  look: () => Promise<Sees | null>;
  version: string;
  /** Exhale may see the addresses of tabs. */
  seesSites: boolean;
}

/** Each look asks the browser a lot, so it looks only while the panel is open and in view. */
const LOOK_EVERY_MS = 2000;

/** What Exhale sees, live, and why there was a reminder or none. */
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
      <p class={styles.aside}>{t(seesSites ? 'sees_never_sites' : 'sees_never')}</p>
      {sees === 'waiting' && <p>{t('sees_waiting')}</p>}
      {sees === null && <p role="status">{t('sees_noAnswer')}</p>}
      {sees !== 'waiting' && sees !== null && (
        <>
          <Facts sees={sees} />
          <h3 class={styles.heading}>{t('sees_decisions')}</h3>
          {sees.log.length === 0 ? (
            <p>{t('sees_decisions_none')}</p>
          ) : (
            <Decisions lines={decisionLines(sees)} />
          )}
          <Copy
            text={() => seesText(sees, version, navigator.userAgent)}
            day={sees.log.length === 0 ? null : () => `${JSON.stringify(dayFromLog(sees.log))}\n`}
          />
        </>
      )}
    </div>
  );
}

function Facts({ sees }: { sees: Sees }) {
  return (
    <dl class={styles.facts}>
      {seesLines(sees).map(({ label, value }) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Decisions({ lines }: { lines: readonly DecisionLine[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls can be reached by the keyboard
    <section class={styles.decisions} tabIndex={0} aria-label={t('sees_decisions')}>
      <ol>
        {lines.map(({ time, decided, cause, clock }, nth) => (
          <li key={lines.length - nth} class={styles.decision}>
            <span class={styles.time}>{time}</span>
            <span>
              {decided} <span class={styles.cause}>{cause}</span>
              {clock !== null && <span class={styles.clock}>{clock}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface CopyProps {
  text: () => string;
  /** A day for the simulator; null without any decision. */
  day: (() => string) | null;
}

function Copy({ text, day }: CopyProps) {
  const [copied, setCopied] = useState<'no' | 'yes' | { byHand: string }>('no');
  function copy(made: string) {
    navigator.clipboard.writeText(made).then(
      () => setCopied('yes'),
      () => setCopied({ byHand: made }),
    );
  }
  const byHand = typeof copied === 'object' ? copied.byHand : null;
  return (
    <>
      <div class={styles.copy}>
        <Button look="outlined" onPress={() => copy(text())}>
          {t('sees_copy')}
        </Button>
        {day !== null && (
          <Button look="outlined" onPress={() => copy(day())}>
            {t('sees_copyDay')}
          </Button>
        )}
        <span role="status">
          {copied === 'yes' && t('sees_copied')}
          {byHand !== null && t('sees_copyFailed')}
        </span>
      </div>
      {day !== null && <p class={styles.aside}>{t('sees_copy_hint')}</p>}
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
