import { Field } from '../../../components/kit/Field.tsx';
import { Locked } from '../../../components/kit/Locked.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { Select } from '../../../components/kit/Select.tsx';
import type { BreakPreferences } from '../../../core/breaks/preferences.ts';
import { MOTIONS, SCHEMES } from '../../../core/records/settings.ts';
import { clockOfMinute } from '../../../shell/words/clockOfMinute.ts';
import { t } from '../../../shell/words/t.ts';
import { SceneRow } from '../breaks/SceneRow.tsx';
import { Part } from '../Part.tsx';
import { SwitchRow } from '../SwitchRow.tsx';
import type { GuideSaving, Saving } from '../useSaving.ts';
import { VolumeRow } from '../VolumeRow.tsx';
import { CueRows } from './CueRows.tsx';
import { VoiceRows } from './VoiceRows.tsx';

interface SoundPartProps {
  saving: Saving;
  guiding: GuideSaving;
  frozen: boolean;
  /** Plays a sample at the new volume. */
  onHear: (loudnessPercent: number) => void;
  /** Reads a sample aloud. */
  onHearVoice: (preferences: BreakPreferences) => void;
  /** Plays a short breath with the current settings. Returns a function that ends it. */
  onTry: (preferences: BreakPreferences) => () => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** What is heard, and how everything looks. */
export function SoundPart(props: SoundPartProps) {
  const { saving, guiding, frozen, onHear, onHearVoice, onTry } = props;
  const { shown, change } = saving;
  const preferences = guiding.shown;
  const { bell, breathing } = preferences.sound;
  return (
    <Part
      id="sound"
      frozen={frozen}
      more={
        <>
          <CueRows guiding={guiding} onTry={onTry} />
          <SceneRow guiding={guiding} />
          <Locked by="motion">
            <Field label={t('settings_motion')} hint={t('settings_motion_hint')}>
              {(names) => (
                <Segmented
                  {...names}
                  value={shown.motion}
                  options={MOTIONS.map((value) => ({
                    value,
                    label: t(`settings_motion_${value}`),
                  }))}
                  onChange={(motion) => change('motion', { motion })}
                />
              )}
            </Field>
          </Locked>
          <SwitchRow
            label={t('settings_noise')}
            on={preferences.noise}
            onChange={(noise) => guiding.change('noise', { noise })}
          />
          <SwitchRow
            label={t('settings_announce')}
            hint={t('settings_announce_hint')}
            on={preferences.announcePhases}
            onChange={(announcePhases) => guiding.change('announcePhases', { announcePhases })}
          />
          <Locked by="eveningHour">
            <Field label={t('settings_evening')} hint={t('settings_evening_hint')}>
              {(names) => (
                <Select
                  {...names}
                  value={String(shown.eveningHour)}
                  options={HOURS.map((hour) => ({
                    value: hour,
                    label: clockOfMinute(Number(hour) * 60),
                  }))}
                  onChange={(hour) => change('eveningHour', { eveningHour: Number(hour) })}
                />
              )}
            </Field>
          </Locked>
        </>
      }
    >
      <SwitchRow
        label={t('settings_sound_bell')}
        on={bell}
        onChange={(on) => guiding.change('sound.bell', { sound: { bell: on } })}
      />
      <SwitchRow
        label={t('settings_sound_breathing')}
        on={breathing}
        onChange={(on) => guiding.change('sound.breathing', { sound: { breathing: on } })}
      />
      <VolumeRow
        label={t('settings_sound_loudness')}
        value={preferences.sound.loudness}
        disabled={!bell && !breathing && !preferences.noise}
        onSettle={(loudness) => {
          guiding.change('sound.loudness', { sound: { loudness } });
          onHear(loudness);
        }}
      />
      <VoiceRows guiding={guiding} onHearVoice={onHearVoice} />
      <Locked by="scheme">
        <Field label={t('settings_scheme')}>
          {(names) => (
            <Segmented
              {...names}
              value={shown.scheme}
              options={SCHEMES.map((value) => ({ value, label: t(`settings_scheme_${value}`) }))}
              onChange={(scheme) => change('scheme', { scheme })}
            />
          )}
        </Field>
      </Locked>
    </Part>
  );
}
