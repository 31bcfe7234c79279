import { Field } from '../../../components/kit/Field.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { SEQUENCE_ENDS } from '../../../core/breaks/preferences.ts';
import { t } from '../../../shell/words/t.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import { Unfolding } from '../Unfolding.tsx';
import type { GuideSaving } from '../useSaving.ts';

/** The parts of the long sequence. */
export function Sequence({ guiding: { shown, change } }: { guiding: GuideSaving }) {
  const { movement, walk, last } = shown.sequence;
  const parts = [
    movement && t('settings_sequence_movement'),
    walk && t('settings_sequence_walk'),
    last !== 'none' && t(`settings_sequence_${last}`),
  ].filter((part) => part !== false);
  return (
    <Unfolding label={t('settings_sequence')} aside={parts.join(' · ')}>
      <SwitchRow
        label={t('settings_sequence_movement')}
        on={movement}
        onChange={(on) => change('sequence.movement', { sequence: { movement: on } })}
      />
      <SwitchRow
        label={t('settings_sequence_walk')}
        on={walk}
        onChange={(on) => change('sequence.walk', { sequence: { walk: on } })}
      />
      <Field label={t('settings_sequence_last')}>
        {(names) => (
          <Segmented
            {...names}
            value={last}
            options={SEQUENCE_ENDS.map((value) => ({
              value,
              label: t(`settings_sequence_${value}`),
            }))}
            onChange={(next) => change('sequence.last', { sequence: { last: next } })}
          />
        )}
      </Field>
    </Unfolding>
  );
}
