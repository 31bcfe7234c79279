import { useState } from 'preact/hooks';
import { Field } from '../../components/kit/Field.tsx';
import { Slider } from '../../components/kit/Slider.tsx';
import { LOUDNESS } from '../../core/records/settings.ts';
import { number, t } from '../../shell/words/t.ts';

interface VolumeRowProps {
  label: string;
  /** In percent. */
  value: number;
  disabled?: boolean;
  /** Called when the knob is let go: a good moment for a sample. */
  onSettle: (percent: number) => void;
}

/** The volume of a sound. */
export function VolumeRow({ label, value, disabled, onSettle }: VolumeRowProps) {
  // The position of the slider while it moves.
  const [moving, setMoving] = useState<number | null>(null);
  return (
    <Field label={label}>
      {(names) => (
        <Slider
          {...names}
          {...LOUDNESS}
          value={moving ?? value}
          disabled={disabled}
          spoken={(percent) => t('settings_sound_loudness_spoken', number(percent))}
          onChange={setMoving}
          onSettle={(percent) => {
            setMoving(null);
            onSettle(percent);
          }}
        />
      )}
    </Field>
  );
}
