import { useId } from 'preact/hooks';
import { Button } from '../../../components/kit/Button.tsx';
import { LengthStepper } from '../../../components/kit/LengthStepper.tsx';
import { SavedMark } from '../../../components/kit/SavedMark.tsx';
import { Select } from '../../../components/kit/Select.tsx';
import { Stepper } from '../../../components/kit/Stepper.tsx';
import { Toggle } from '../../../components/kit/Toggle.tsx';
import type { BreakPreferences } from '../../../core/breaks/preferences.ts';
import { BREAK_KINDS, type KindWish, kindWord } from '../../../core/kinds.ts';
import { own } from '../../../core/own.ts';
import type { Refusal } from '../../../core/records/envelope.ts';
import { LIMITS, type Rhythm } from '../../../core/records/settings.ts';
import { inWords, length } from '../../../shell/words/durations.ts';
import { t } from '../../../shell/words/t.ts';
import { refusedWords } from '../problemWords.ts';
import styles from './RhythmRow.module.css';
import { gap, Sentence } from './Sentence.tsx';

/** What buttons and arrow keys offer: less than what is accepted. */
export interface RhythmOffer {
  intervalMinutes: { min: number; max: number };
  breakSeconds: { min: number; max: number };
}

interface RhythmRowProps {
  name: string;
  rhythm: Rhythm;
  offer: RhythmOffer;
  /** Own breaks, which a rhythm may also have. */
  ownBreaks: BreakPreferences['ownBreaks'];
  /** The refused values, by field. */
  refused: { intervalMinutes?: Refusal | undefined; breakSeconds?: Refusal | undefined };
  onChange: (change: Partial<Rhythm>) => void;
  /** Only for rhythms that the person added. */
  onRemove?: (() => void) | undefined;
}

/** A rhythm as a sentence: “Short after 30 min at the screen, 1 min of breathing”. */
export function RhythmRow(props: RhythmRowProps) {
  const { name, rhythm, offer, ownBreaks, refused, onChange, onRemove } = props;
  const ownKinds = Object.keys(ownBreaks) as KindWish[];
  // A deleted own break stays in the list while it is chosen.
  const kinds = new Set([...BREAK_KINDS, 'surprise' as const, ...ownKinds, rhythm.kind]);
  const noteId = useId();
  const notes = [
    refused.intervalMinutes &&
      refusedWords(refused.intervalMinutes, minutes(rhythm.intervalMinutes), minutes),
    refused.breakSeconds && refusedWords(refused.breakSeconds, length(rhythm.breakSeconds), length),
  ].filter((note) => note !== undefined);
  const names = (invalid: boolean) => ({ invalid, describedBy: invalid ? noteId : undefined });

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own
    <div
      role="group"
      class={styles.row}
      aria-label={name}
      data-on={rhythm.on}
      data-row={noteId}
      data-row-label={name}
    >
      <div class={styles.sentence}>
        <span class={styles.name}>{name}</span>
        <Sentence
          class={styles.fields}
          words={t('settings_rhythm_sentence', gap(1), gap(2), gap(3))}
          fields={[
            <Stepper
              {...names(refused.intervalMinutes !== undefined)}
              {...LIMITS.intervalMinutes}
              label={t('settings_rhythm_interval', name)}
              value={rhythm.intervalMinutes}
              step={5}
              offered={offer.intervalMinutes}
              unit={t('common_minuteUnit')}
              spoken={(value) => inWords(value * 60)}
              onChange={(intervalMinutes) => onChange({ intervalMinutes })}
            />,
            <LengthStepper
              {...names(refused.breakSeconds !== undefined)}
              {...LIMITS.breakSeconds}
              label={t('settings_rhythm_length', name)}
              seconds={rhythm.breakSeconds}
              offered={offer.breakSeconds}
              onChange={(breakSeconds) => onChange({ breakSeconds })}
            />,
            <Select
              label={t('settings_rhythm_kind', name)}
              value={rhythm.kind}
              options={[...kinds].map((kind) => ({
                value: kind,
                label: kind.startsWith('own-')
                  ? (own(ownBreaks, kind)?.title ?? t('settings_rhythm_kind_own'))
                  : t(`settings_rhythm_kind_${kindWord(kind)}`),
              }))}
              onChange={(kind) => onChange({ kind })}
            />,
          ]}
        />
        {onRemove && (
          <Button
            look="quiet"
            size={28}
            aria-label={t('settings_rhythm_remove', name)}
            onPress={onRemove}
          >
            {t('settings_remove')}
          </Button>
        )}
      </div>
      <span class={styles.end}>
        <SavedMark row={noteId} />
        <Toggle
          label={t('settings_rhythm_on', name)}
          on={rhythm.on}
          onChange={(on) => onChange({ on })}
        />
      </span>
      <p id={noteId} class={styles.error} aria-live="polite">
        {notes.join(' ')}
      </p>
    </div>
  );
}

const minutes = (value: number): string => t('duration_minutes', String(value));
