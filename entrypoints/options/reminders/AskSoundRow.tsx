import { Button } from '../../../components/kit/Button.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { Locked } from '../../../components/kit/Locked.tsx';
import { Toggle } from '../../../components/kit/Toggle.tsx';
import { t } from '../../../shell/words/t.ts';
import type { Saving } from '../useSaving.ts';
import { VolumeRow } from '../VolumeRow.tsx';

interface AskSoundRowProps {
  saving: Saving;
  /** Plays the sound of a reminder. */
  onHear: (loudnessPercent: number) => void;
}

/** The sound of a reminder and, once it is on, its volume. */
export function AskSoundRow({ saving: { shown, change }, onHear }: AskSoundRowProps) {
  return (
    <Locked by={['askSound', 'askLoudness']}>
      <Field label={t('settings_askSound')} hint={t('settings_askSound_hint')}>
        {(names) => (
          <>
            <Button look="outlined" onPress={() => onHear(shown.askLoudness)}>
              {t('settings_askSound_hear')}
            </Button>
            <Toggle
              {...names}
              on={shown.askSound}
              onChange={(askSound) => change('askSound', { askSound })}
            />
          </>
        )}
      </Field>
      {shown.askSound && (
        <VolumeRow
          label={t('settings_askSound_loudness')}
          value={shown.askLoudness}
          onSettle={(askLoudness) => {
            change('askLoudness', { askLoudness });
            onHear(askLoudness);
          }}
        />
      )}
    </Locked>
  );
}
