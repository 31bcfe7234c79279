import { usePageRecord } from '../../components/live/usePageRecord.ts';
import { DEFAULT_PREFERENCES } from '../../core/breaks/preferences.ts';
import type { Command } from '../../core/engine/event.ts';
import type { View } from '../../core/engine/view.ts';
import { own } from '../../core/own.ts';
import type { Settings } from '../../core/records/settings.ts';
import { length } from '../../shell/words/durations.ts';
import { beginWord } from '../../shell/words/offers.ts';
import { t } from '../../shell/words/t.ts';
import { type Exercise, stillnessOf } from './exercise.ts';
import { MenuItem } from './MenuItem.tsx';
import styles from './MoreChoices.module.css';
import { otherKinds, secondsOf } from './otherBreaks.ts';

export interface MoreChoicesProps {
  view: View;
  settings: Settings;
  onBegin: (exercise: Exercise) => void;
  onCommand: (command: Command) => void;
  /** Closes the menu. */
  close: () => void;
}

/** A break taken elsewhere, then the breaks without a button of their own. Each begins at once. */
export function MoreChoices({ view, settings, onBegin, onCommand, close }: MoreChoicesProps) {
  const { ownBreaks } = usePageRecord('preferences')?.value ?? DEFAULT_PREFERENCES;
  const choose = (command: Command) => () => {
    close();
    onCommand(command);
  };
  // With “Resume” or “Take the skipped break now” there is no button for it.
  const stillness =
    view.pausedUntilMs !== null || view.afterAll ? [stillnessOf(view, settings)] : [];
  const others = otherKinds(ownBreaks).map((kind) => ({
    kind,
    seconds: secondsOf(kind, settings, ownBreaks),
    rhythm: null,
  }));
  return (
    <>
      {(view.silence?.reason === 'outsideHours' || view.silence?.reason === 'paused') && (
        <MenuItem onPress={choose({ type: 'askAnywayToday' })}>{t('popup_anyway')}</MenuItem>
      )}
      <MenuItem disabled={view.screenTimeMs === 0} onPress={choose({ type: 'rested' })}>
        {t('popup_rested')}
      </MenuItem>
      <hr class={styles.line} />
      {[...stillness, ...others].map((exercise) => (
        <MenuItem
          key={exercise.kind}
          detail={length(exercise.seconds)}
          onPress={() => {
            close();
            onBegin(exercise);
          }}
        >
          {own(ownBreaks, exercise.kind)?.title ?? beginWord(exercise.kind)}
        </MenuItem>
      ))}
    </>
  );
}
