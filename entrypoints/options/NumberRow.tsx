import { Field } from '../../components/kit/Field.tsx';
import { Locked } from '../../components/kit/Locked.tsx';
import { Stepper } from '../../components/kit/Stepper.tsx';
import { own } from '../../core/own.ts';
import { LIMITS, type Settings } from '../../core/records/settings.ts';
import { inWords, length } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import { refusedWords } from './problemWords.ts';
import type { Saving } from './useSaving.ts';

type NumberSetting = Exclude<keyof typeof LIMITS & keyof Settings, 'eveningHour'>;

interface NumberRowProps {
  saving: Saving;
  setting: NumberSetting;
  unit: 'minutes' | 'seconds';
  label: string;
  hint?: string;
  /** What buttons and arrow keys offer: less than what is accepted. */
  offered: { min: number; max: number };
  step?: number;
}

/** A number of minutes or seconds. It is saved while it is typed; a refusal is shown beside it. */
export function NumberRow({ saving, setting, unit, label, hint, offered, step }: NumberRowProps) {
  const value = saving.shown[setting];
  const refusal = own(saving.refused, setting);
  const isMinutes = unit === 'minutes';
  const said = (number: number) =>
    isMinutes ? t('duration_minutes', String(number)) : length(number);
  return (
    <Locked by={setting}>
      <Field label={label} hint={hint} error={refusal && refusedWords(refusal, said(value), said)}>
        {(names) => (
          <Stepper
            {...names}
            {...LIMITS[setting]}
            value={value}
            step={step ?? 1}
            offered={offered}
            unit={isMinutes ? t('common_minuteUnit') : t('settings_secondUnit')}
            spoken={(number) => inWords(number * (isMinutes ? 60 : 1))}
            onChange={(number) => saving.change(setting, { [setting]: number }, 'typed')}
          />
        )}
      </Field>
    </Locked>
  );
}
