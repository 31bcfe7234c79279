import { useId } from 'preact/hooks';
import { patternName } from '../../components/breath/patternName.ts';
import { Segmented } from '../../components/kit/Segmented.tsx';
import { usePageRecord } from '../../components/live/usePageRecord.ts';
import { DEFAULT_PREFERENCES, patternOf } from '../../core/breaks/preferences.ts';
import { PATTERN_IDS, type PatternId } from '../../core/patternIds.ts';
import { hasHolds } from '../../core/patterns.ts';
import type { SettingsPatch } from '../../core/records/settings.ts';
import { length } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import styles from './BreathChoices.module.css';
import { useLockedSettings } from './useLockedSettings.ts';

interface BreathChoicesProps {
  seconds: number;
  pattern: PatternId;
  onChange: (patch: SettingsPatch) => void;
}

const LENGTHS_SECONDS = [60, 180, 300, 600];

/** How long and how to breathe. Both are remembered; the scheduled breaks keep their lengths. */
export function BreathChoices({ seconds, pattern, onChange }: BreathChoicesProps) {
  const id = useId();
  const preferences = usePageRecord('preferences')?.value ?? DEFAULT_PREFERENCES;
  const locked = useLockedSettings() ?? {};
  const lengthLocked = Object.hasOwn(locked, 'breathingSeconds');
  const patternLocked = Object.hasOwn(locked, 'pattern');
  const note = (isLocked: boolean) => (isLocked ? `${id}-note` : undefined);
  const lengths = [...new Set([...LENGTHS_SECONDS, seconds])].sort((a, b) => a - b);
  const own = Object.keys(preferences.ownPatterns) as PatternId[];
  // Patterns with holds are chosen in the settings, which show their caution.
  const offered = [...PATTERN_IDS, ...own].filter(
    (each) => !hasHolds(patternOf(each, preferences)),
  );
  return (
    <div class={styles.choices}>
      <Segmented
        label={t('popup_breathe_length')}
        describedBy={note(lengthLocked)}
        options={lengths.map((each) => ({
          value: String(each),
          label: length(each),
          disabled: lengthLocked,
        }))}
        value={String(seconds)}
        onChange={(chosen) => onChange({ breathingSeconds: Number(chosen) })}
      />
      <div class={styles.row}>
        <label for={id}>{t('popup_pattern')}</label>
        <select
          id={id}
          class={styles.select}
          value={pattern}
          disabled={patternLocked}
          aria-describedby={note(patternLocked)}
          onChange={(event) => onChange({ pattern: event.currentTarget.value as PatternId })}
        >
          {[...new Set([...offered, pattern])].map((each) => (
            <option key={each} value={each}>
              {patternName(each, preferences.ownPatterns)}
            </option>
          ))}
        </select>
      </div>
      {(lengthLocked || patternLocked) && (
        <p id={`${id}-note`} class={styles.note}>
          {t('problem_locked')}
        </p>
      )}
    </div>
  );
}
