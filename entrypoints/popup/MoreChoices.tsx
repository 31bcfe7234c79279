import { useId } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { MenuItem } from '../../components/MenuItem.tsx';
import type { Command } from '../../core/event.ts';
import { PATTERN_IDS, type PatternId } from '../../core/patterns.ts';
import type { Settings } from '../../core/settings.ts';
import type { View } from '../../core/view.ts';
import { length } from '../../shell/durations.ts';
import { beginWord } from '../../shell/offer.ts';
import { t } from '../../shell/words.ts';
import { type Exercise, stillnessOf } from './exercise.ts';
import styles from './MoreChoices.module.css';
import { SiteChoice } from './SiteChoice.tsx';

export interface MoreChoicesProps {
  view: View;
  settings: Settings;
  onBegin: (exercise: Exercise) => void;
  onCommand: (command: Command) => void;
  onSites: () => void;
  /** Folds the panel that they lie in. */
  close: () => void;
}

const LENGTHS_SECONDS = [60, 180, 300] as const;

/** What is wanted now and then: other lengths, another way to breathe, a rest taken elsewhere. */
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
  return (
    <>
      {view.afterAll && (
        <MenuItem onPress={choose({ type: 'takeAfterAll' })}>{t('popup_afterAll')}</MenuItem>
      )}
      {(view.silence?.reason === 'outsideHours' || view.silence?.reason === 'paused') && (
        <MenuItem onPress={choose({ type: 'anyway' })}>{t('popup_anyway')}</MenuItem>
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
      <Pattern
        pattern={settings.pattern}
        onChange={(pattern) => onCommand({ type: 'changeSettings', patch: { pattern } })}
      />
      {/* The last one: the browser is asked first, and nothing moves when it comes. */}
      <SiteChoice
        quietSites={settings.quietSites}
        onChange={(quietSites) => choose({ type: 'changeSettings', patch: { quietSites } })()}
        onAllow={() => {
          close();
          props.onSites();
        }}
      />
    </>
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

interface PatternProps {
  pattern: PatternId;
  onChange: (pattern: PatternId) => void;
}

function Pattern({ pattern, onChange }: PatternProps) {
  const id = useId();
  return (
    <div class={styles.row}>
      <label for={id}>{t('popup_pattern')}</label>
      <select
        id={id}
        class={styles.select}
        value={pattern}
        onChange={(event) => onChange(event.currentTarget.value as PatternId)}
      >
        {PATTERN_IDS.map((each) => (
          <option key={each} value={each}>
            {t(`pattern_${each}_name`)}
          </option>
        ))}
      </select>
    </div>
  );
}
