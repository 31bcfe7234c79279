import { useEffect, useReducer, useState } from 'preact/hooks';
import { Button } from '../../../components/kit/Button.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { Select } from '../../../components/kit/Select.tsx';
import { canVibrate } from '../../../components/sounds/vibration.ts';
import { localVoices, onVoices } from '../../../components/sounds/voice.ts';
import { CUES } from '../../../core/breaks/cues.ts';
import type { BreakPreferences } from '../../../core/breaks/preferences.ts';
import { t } from '../../../shell/words/t.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import type { GuideSaving } from '../useSaving.ts';
import { VolumeRow } from '../VolumeRow.tsx';

interface CueRowsProps {
  guiding: GuideSaving;
  /** Plays a short breath with the current settings. Returns a function that ends it. */
  onTry: (preferences: BreakPreferences) => () => void;
  /** Reads a sample aloud. */
  onHearVoice: (preferences: BreakPreferences) => void;
}

/** The sound and vibration of the breath, and the voice. */
export function CueRows({ guiding: { shown, change }, onTry, onHearVoice }: CueRowsProps) {
  const isRead = shown.readAloud === 'on';
  const isSpoken = shown.cue === 'voice' || isRead;
  const voices = useVoices(isSpoken);
  const none = isSpoken && voices.length === 0 ? t('settings_voice_none') : undefined;
  const [end, setEnd] = useState<() => void>();
  // One trial at a time, and none after the page is closed.
  useEffect(() => end, [end]);
  return (
    <>
      <Field label={t('settings_cue')} hint={shown.cue === 'voice' ? none : undefined}>
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

/**
 * The voices on this machine, kept up to date. Firefox on Linux shows a warning bar when it is asked and has
 * none, so it is asked only if a voice is wanted.
 */
function useVoices(wanted: boolean): readonly SpeechSynthesisVoice[] {
  const [, again] = useReducer((times: number) => times + 1, 0);
  useEffect(() => (wanted ? onVoices(() => again(null)) : undefined), [wanted]);
  return wanted ? localVoices() : [];
}
