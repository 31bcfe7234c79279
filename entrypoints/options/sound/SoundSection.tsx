import { useState } from 'preact/hooks';
import { Field } from '../../../components/kit/Field.tsx';
import { Section } from '../../../components/kit/Section.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { Select } from '../../../components/kit/Select.tsx';
import { Slider } from '../../../components/kit/Slider.tsx';
import { type BreakPreferences, LOUDNESS } from '../../../core/breaks/preferences.ts';
import { MOTIONS, SCHEMES } from '../../../core/records/settings.ts';
import { clockOfMinute } from '../../../shell/words/clockOfMinute.ts';
import { number, t } from '../../../shell/words/t.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import type { GuideSaving, Saving } from '../useSaving.ts';
import { CueRows } from './CueRows.tsx';

interface SoundSectionProps {
  saving: Saving;
  guiding: GuideSaving;
  /** Plays a sample at the new volume. */
  onHear: (loudnessPercent: number) => void;
  /** Plays a short breath with the current settings. Returns a function that ends it. */
  onTry: (preferences: BreakPreferences) => () => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

export function SoundSection({ saving, guiding, onHear, onTry }: SoundSectionProps) {
  const { shown, change } = saving;
  const preferences = guiding.shown;
  const { bell, breathing } = preferences.sound;
  // The position of the slider while it moves.
  const [moving, setMoving] = useState<number | null>(null);
  return (
    <Section id="sound" title={t('settings_sound_title')}>
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
      <CueRows guiding={guiding} onTry={onTry} />
      <Field label={t('settings_sound_loudness')}>
        {(names) => (
          <Slider
            {...names}
            {...LOUDNESS}
            value={moving ?? preferences.sound.loudness}
            disabled={!bell && !breathing && !preferences.noise}
            spoken={(percent) => t('settings_sound_loudness_spoken', number(percent))}
            onChange={setMoving}
            onSettle={(loudness) => {
              setMoving(null);
              guiding.change('sound.loudness', { sound: { loudness } });
              onHear(loudness);
            }}
          />
        )}
      </Field>
      <Field label={t('settings_motion')} hint={t('settings_motion_hint')}>
        {(names) => (
          <Segmented
            {...names}
            value={shown.motion}
            options={MOTIONS.map((value) => ({ value, label: t(`settings_motion_${value}`) }))}
            onChange={(motion) => change('motion', { motion })}
          />
        )}
      </Field>
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
      <SwitchRow
        label={t('settings_announce')}
        hint={t('settings_announce_hint')}
        on={preferences.announcePhases}
        onChange={(announcePhases) => guiding.change('announcePhases', { announcePhases })}
      />
    </Section>
  );
}
