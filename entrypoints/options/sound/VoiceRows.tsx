import { Field } from '../../../components/kit/Field.tsx';
import { Select } from '../../../components/kit/Select.tsx';
import type { BreakPreferences } from '../../../core/breaks/preferences.ts';
import { t } from '../../../shell/words/t.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import type { GuideSaving } from '../useSaving.ts';
import { VolumeRow } from '../VolumeRow.tsx';
import { useVoices } from './useVoices.ts';

interface VoiceRowsProps {
  guiding: GuideSaving;
  /** Reads a sample aloud. */
  onHearVoice: (preferences: BreakPreferences) => void;
}

/** Whether breaks are read aloud, and by which voice. */
export function VoiceRows({ guiding: { shown, change }, onHearVoice }: VoiceRowsProps) {
  const isRead = shown.readAloud === 'on';
  const isSpoken = shown.cue === 'voice' || isRead;
  const voices = useVoices(isSpoken);
  const none = isSpoken && voices.length === 0 ? t('settings_voice_none') : undefined;
  return (
    <>
      <SwitchRow
        label={t('settings_readAloud')}
        hint={(isRead && none) || t('settings_readAloud_hint')}
        on={isRead}
        onChange={(on) => change('readAloud', { readAloud: on ? 'on' : 'off' })}
      />
      {isSpoken && voices.length > 1 && (
        <Field label={t('settings_voice')}>
          {(names) => (
            <Select
              {...names}
              value={voices.some(({ name }) => name === shown.voice) ? shown.voice : ''}
              options={[
                { value: '', label: t('settings_voice_usual') },
                ...voices.map(({ name }) => ({ value: name, label: name })),
              ]}
              onChange={(voice) => change('voice', { voice })}
            />
          )}
        </Field>
      )}
      {isSpoken && (
        <VolumeRow
          label={t('settings_voice_loudness')}
          value={shown.voiceLoudness}
          disabled={voices.length === 0}
          onSettle={(voiceLoudness) => {
            change('voiceLoudness', { voiceLoudness });
            onHearVoice({ ...shown, voiceLoudness });
          }}
        />
      )}
    </>
  );
}
