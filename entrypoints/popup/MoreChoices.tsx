import { useId, useState } from 'preact/hooks';
import { patternName } from '../../components/breath/patternName.ts';
import { Button } from '../../components/kit/Button.tsx';
import { usePageRecord } from '../../components/live/usePageRecord.ts';
import {
  type BreakPreferences,
  DEFAULT_PREFERENCES,
  patternOf,
} from '../../core/breaks/preferences.ts';
import type { Command } from '../../core/engine/event.ts';
import type { View } from '../../core/engine/view.ts';
import type { BreakKind } from '../../core/kinds.ts';
import { hasHolds, PATTERN_IDS, type PatternId } from '../../core/patterns.ts';
import type { Settings } from '../../core/records/settings.ts';
import { length } from '../../shell/words/durations.ts';
import { beginWord } from '../../shell/words/offers.ts';
import { t } from '../../shell/words/t.ts';
import { type Exercise, stillnessOf } from './exercise.ts';
import { MenuItem } from './MenuItem.tsx';
import styles from './MoreChoices.module.css';
import { otherKinds, secondsOf } from './otherBreaks.ts';
import { SiteChoice } from './SiteChoice.tsx';

export interface MoreChoicesProps {
  view: View;
  settings: Settings;
  onBegin: (exercise: Exercise) => void;
  onCommand: (command: Command) => void;
  onSites: () => void;
  /** Closes the panel. */
  close: () => void;
}

const LENGTHS_SECONDS = [60, 180, 300] as const;

/** Things needed now and then: other lengths, other breaks, another pattern, a rest taken elsewhere. */
export function MoreChoices(props: MoreChoicesProps) {
  const { view, settings, onBegin, onCommand, close } = props;
  const choose = (command: Command) => () => {
    close();
    onCommand(command);
  };
  const begin = (exercise: Exercise) => () => {
    close();
    onBegin(exercise);
  };
  const still = stillnessOf(view, settings);
  const preferences = usePageRecord('preferences')?.value ?? DEFAULT_PREFERENCES;
  return (
    <div class={styles.choices}>
      {(view.silence?.reason === 'outsideHours' || view.silence?.reason === 'paused') && (
        <MenuItem onPress={choose({ type: 'askAnywayToday' })}>{t('popup_anyway')}</MenuItem>
      )}
      <MenuItem disabled={view.screenTimeMs === 0} onPress={choose({ type: 'rested' })}>
        {t('popup_rested')}
      </MenuItem>
      {view.pausedUntilMs !== null && (
        <MenuItem onPress={begin(still)}>
          {t('popup_beginWithLength', beginWord('stillness'), length(still.seconds))}
        </MenuItem>
      )}
      <Lengths onBegin={(seconds) => begin({ kind: 'breathing', seconds, rhythm: null })()} />
      <Other
        settings={settings}
        preferences={preferences}
        onBegin={(exercise) => begin(exercise)()}
      />
      <Pattern
        pattern={settings.pattern}
        preferences={preferences}
        onChange={(pattern) => onCommand({ type: 'changeSettings', patch: { pattern } })}
      />
      {/* Last, because the browser is asked first and nothing may move when the answer comes. */}
      <SiteChoice
        quietSites={settings.quietSites}
        onChange={(quietSites) => choose({ type: 'changeSettings', patch: { quietSites } })()}
        onAllow={() => {
          close();
          props.onSites();
        }}
      />
    </div>
  );
}

function Lengths({ onBegin }: { onBegin: (seconds: number) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own
    <div class={styles.row} role="group" aria-label={t('popup_breatheFor')}>
      <span aria-hidden="true">{t('popup_breatheFor')}</span>
      <span class={styles.lengths}>
        {LENGTHS_SECONDS.map((seconds) => (
          <Button
            key={seconds}
            look="outlined"
            class={styles.length}
            onPress={() => onBegin(seconds)}
          >
            {length(seconds)}
          </Button>
        ))}
      </span>
    </div>
  );
}

interface OtherProps {
  settings: Settings;
  preferences: BreakPreferences;
  onBegin: (exercise: Exercise) => void;
}

/** The breaks without a button of their own. */
function Other({ settings, preferences: { ownBreaks }, onBegin }: OtherProps) {
  const kinds = otherKinds(ownBreaks);
  const [chosen, setChosen] = useState<BreakKind>('movement');
  const kind = kinds.includes(chosen) ? chosen : 'movement';
  const seconds = secondsOf(kind, settings, ownBreaks);
  return (
    <div class={styles.row}>
      <select
        class={`${styles.select} ${styles.other}`}
        aria-label={t('popup_otherBreak')}
        value={kind}
        onChange={(event) => setChosen(event.currentTarget.value as BreakKind)}
      >
        {kinds.map((each) => (
          <option key={each} value={each}>
            {ownBreaks[each]?.title ?? beginWord(each)}
          </option>
        ))}
      </select>
      <Button
        look="outlined"
        class={styles.begin}
        detail={length(seconds)}
        onPress={() => onBegin({ kind, seconds, rhythm: null })}
      >
        {t('common_begin_own')}
      </Button>
    </div>
  );
}

interface PatternProps {
  pattern: PatternId;
  preferences: BreakPreferences;
  onChange: (pattern: PatternId) => void;
}

/** Patterns with holds are chosen in the settings, which show their caution. */
function Pattern({ pattern, preferences, onChange }: PatternProps) {
  const id = useId();
  const own = Object.keys(preferences.ownPatterns) as PatternId[];
  const offered = [...PATTERN_IDS, ...own].filter(
    (each) => !hasHolds(patternOf(each, preferences)),
  );
  return (
    <div class={styles.row}>
      <label for={id}>{t('popup_pattern')}</label>
      <select
        id={id}
        class={styles.select}
        value={pattern}
        onChange={(event) => onChange(event.currentTarget.value as PatternId)}
      >
        {[...new Set([...offered, pattern])].map((each) => (
          <option key={each} value={each}>
            {patternName(each, preferences.ownPatterns)}
          </option>
        ))}
      </select>
    </div>
  );
}
