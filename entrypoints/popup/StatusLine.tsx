import type { Ref } from 'preact';
import type { View } from '../../core/engine/view.ts';
import type { Settings } from '../../core/records/settings.ts';
import { duration, momentInWords } from '../../shell/words/durations.ts';
import { lengthOfKind, offerWithin } from '../../shell/words/offers.ts';
import { t } from '../../shell/words/t.ts';
import { whySilent } from '../../shell/words/whySilent.ts';
import styles from './StatusLine.module.css';

interface StatusLineProps {
  view: View;
  settings: Settings;
  ref: Ref<HTMLParagraphElement>;
}

/** The sentence below the dial: what comes next, or why nothing is asked. */
export function StatusLine({ view, settings, ref }: StatusLineProps) {
  const { sentence, matters } = lineOf(view, settings);
  const at = matters === '' ? -1 : sentence.lastIndexOf(matters);
  return (
    <p ref={ref} class={styles.line} tabIndex={-1} aria-live="polite">
      {at < 0 ? (
        sentence
      ) : (
        <>
          {sentence.slice(0, at)}
          <b>{matters}</b>
          {sentence.slice(at + matters.length)}
        </>
      )}
    </p>
  );
}

interface Words {
  sentence: string;
  /** The part in bold. */
  matters: string;
}

function lineOf(view: View, settings: Settings): Words {
  if (view.break !== null)
    return {
      sentence: t(`popup_break_${settings.breakIn}`, lengthOfKind(view.break)),
      matters: '',
    };
  if (view.pausedUntilMs !== null) {
    const counted = duration(view.screenTimeMs);
    return { sentence: t('popup_pausedCounting', counted), matters: counted };
  }
  const { sentence, matters } = tailOf(view);
  return { sentence: t('popup_atScreen', sentence), matters };
}

function tailOf(view: View): Words {
  const { atMs, phase, next, nextBreakInMs, silence } = view;
  if (phase === 'prompted' && next !== null) {
    const offer = offerWithin({ kind: next.kind, seconds: next.breakSeconds });
    return { sentence: offer, matters: offer };
  }
  if (silence !== null) return whySilent(silence, atMs, momentInWords);
  if (nextBreakInMs !== null && nextBreakInMs > 0) {
    const left = duration(nextBreakInMs, 'toCome');
    return { sentence: t('popup_nextBreak', left), matters: left };
  }
  const now = t('popup_nextBreakNow');
  return { sentence: now, matters: now };
}
