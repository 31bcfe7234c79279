import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../components/kit/Button.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { canVibrate } from '../../../components/sounds/vibration.ts';
import { CUES } from '../../../core/breaks/cues.ts';
import type { BreakPreferences } from '../../../core/breaks/preferences.ts';
import { t } from '../../../shell/words/t.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import type { GuideSaving } from '../useSaving.ts';
import { useVoices } from './useVoices.ts';

interface CueRowsProps {
  guiding: GuideSaving;
  /** Plays a short breath with the current settings. Returns a function that ends it. */
  onTry: (preferences: BreakPreferences) => () => void;
}

/** The sound and vibration of the breath. */
export function CueRows({ guiding: { shown, change }, onTry }: CueRowsProps) {
  const isSpoken = shown.cue === 'voice';
  const voices = useVoices(isSpoken);
  const [end, setEnd] = useState<() => void>();
  // One trial at a time, and none after the page is closed.
  useEffect(() => end, [end]);
  return (
    <>
      <Field
        label={t('settings_cue')}
        hint={isSpoken && voices.length === 0 ? t('settings_voice_none') : undefined}
      >
        {(names) => (
          <>
            <Segmented
              {...names}
              value={shown.cue}
              options={CUES.map((value) => ({ value, label: t(`settings_cue_${value}`) }))}
              onChange={(cue) => change('cue', { cue })}
            />
            <Button
              look="outlined"
              onPress={() => {
                end?.();
                const ending = onTry(shown);
                setEnd(() => ending);
              }}
            >
              {t('settings_cue_try')}
            </Button>
          </>
        )}
      </Field>
      {canVibrate() && (
        <SwitchRow
          label={t('settings_vibration')}
          hint={t('settings_vibration_hint')}
          on={shown.vibration}
          onChange={(vibration) => change('vibration', { vibration })}
        />
      )}
    </>
  );
}
