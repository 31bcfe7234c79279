import { Field } from '../../../components/kit/Field.tsx';
import { Locked } from '../../../components/kit/Locked.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { PUTTING_OFF } from '../../../core/records/puttingOff.ts';
import { t } from '../../../shell/words/t.ts';
import type { Saving } from '../useSaving.ts';

/** How hard it is to skip, to leave early, or not to answer. “Later” is always there. */
export function PutOffRow({ saving: { shown, change } }: { saving: Saving }) {
  const { puttingOff } = shown;
  return (
    <Locked by="puttingOff">
      <Field label={t('settings_putOff')} hint={t(`settings_putOff_${puttingOff}_hint`)}>
        {(names) => (
          <Segmented
            {...names}
            value={puttingOff}
            options={PUTTING_OFF.map((value) => ({ value, label: t(`settings_putOff_${value}`) }))}
            onChange={(next) => change('puttingOff', { puttingOff: next })}
          />
        )}
      </Field>
    </Locked>
  );
}
