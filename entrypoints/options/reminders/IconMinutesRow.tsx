import { Field } from '../../../components/kit/Field.tsx';
import { Locked } from '../../../components/kit/Locked.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { ICON_MINUTES } from '../../../core/records/settings.ts';
import { t } from '../../../shell/words/t.ts';
import type { Saving } from '../useSaving.ts';

/** The minutes to the next break on the toolbar icon. */
export function IconMinutesRow({ saving: { shown, change } }: { saving: Saving }) {
  const { iconMinutes } = shown;
  return (
    <Locked by="iconMinutes">
      <Field
        label={t('settings_iconMinutes')}
        hint={iconMinutes === 'always' ? t('settings_iconMinutes_hint') : undefined}
      >
        {(names) => (
          <Segmented
            {...names}
            value={iconMinutes}
            options={ICON_MINUTES.map((value) => ({
              value,
              label: t(`settings_iconMinutes_${value}`),
            }))}
            onChange={(next) => change('iconMinutes', { iconMinutes: next })}
          />
        )}
      </Field>
    </Locked>
  );
}
