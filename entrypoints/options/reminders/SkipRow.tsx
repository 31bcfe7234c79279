import { Field } from '../../../components/kit/Field.tsx';
import { Select } from '../../../components/kit/Select.tsx';
import { length } from '../../../shell/words/durations.ts';
import { t, tn } from '../../../shell/words/t.ts';
import type { Saving } from '../useSaving.ts';

/** Seconds to wait, and how often to postpone first. The plainest choice comes first. */
const CHOICES = [
  [0, 0],
  [10, 0],
  [30, 0],
  [0, 1],
  [0, 2],
] as const;

/** When Skip is offered. “Later” is always there. */
export function SkipRow({ saving: { shown, change } }: { saving: Saving }) {
  const { skipAfterSeconds, skipAfterSnoozes } = shown;
  // A file may bring other values. Show the strictest choice that they fulfill.
  const at = CHOICES.findLastIndex(
    ([seconds, snoozes]) => skipAfterSeconds >= seconds && skipAfterSnoozes >= snoozes,
  );
  return (
    <Field label={t('settings_skip')} hint={t('settings_skip_hint')}>
      {(names) => (
        <Select
          {...names}
          value={String(at)}
          options={CHOICES.map(([seconds, snoozes], index) => ({
            value: String(index),
            label: words(seconds, snoozes),
          }))}
          onChange={(index) => {
            const [seconds, snoozes] = CHOICES[Number(index)] ?? CHOICES[0];
            change('skip', { skipAfterSeconds: seconds, skipAfterSnoozes: snoozes });
          }}
        />
      )}
    </Field>
  );
}

function words(seconds: number, snoozes: number): string {
  if (snoozes > 0) return tn('settings_skip_snoozes', snoozes);
  return seconds > 0 ? t('settings_skip_seconds', length(seconds)) : t('settings_skip_atOnce');
}
