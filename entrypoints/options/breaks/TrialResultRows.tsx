import { ConfirmButton } from '../../../components/kit/ConfirmButton.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import type { Finding, TrialResult } from '../../../core/trial/resultOf.ts';
import type { Size } from '../../../core/trial/trial.ts';
import { number, t, tn } from '../../../shell/words/t.ts';
import styles from './TrialGroup.module.css';

type Result = Extract<TrialResult, { is: Finding }>;

interface TrialResultRowsProps {
  result: Result;
  /** The difference that it looked for, in points. */
  size: Size;
  onForget: () => void;
}

/** What a trial found, how certain that is, and what it rests on. */
export function TrialResultRows({ result, size, onForget }: TrialResultRowsProps) {
  const { lowerBy, groups, missed, stoppedEarly, count, needed } = result;
  return (
    <>
      <div class={styles.result} data-trial-result>
        <h4>{findingInWords(result)}</h4>
        {result.is === 'tooFew' && (
          <p>{t('settings_trial_tooFew_text', tn('settings_trial_points', size))}</p>
        )}
        {result.is === 'none' && (
          <p>{t('settings_trial_none_text', tn('settings_trial_points', size))}</p>
        )}
        {lowerBy && <p>{rangeInWords(lowerBy)}</p>}
        <p>{t('settings_trial_groups', number(groups.withBreak), number(groups.without))}</p>
        {missed.withBreak + missed.without > 0 && (
          <p>{t('settings_trial_missing', number(missed.withBreak), number(missed.without))}</p>
        )}
        {stoppedEarly && <p>{t('settings_trial_early', number(count), number(needed))}</p>}
      </div>
      <Field label={t('settings_trial_alone')}>
        {() => (
          <ConfirmButton
            label={t('settings_trial_again')}
            question={t('settings_trial_again_ask')}
            yes={t('settings_trial_again_yes')}
            onConfirm={onForget}
          />
        )}
      </Field>
    </>
  );
}

function findingInWords({ is, lowerBy }: Result): string {
  if (is === 'tooFew' || is === 'none') return t(`settings_trial_${is}`);
  const strength = is === 'clear' ? 'clear' : 'little';
  const way = lowerBy !== null && lowerBy.from > 0 ? 'lower' : 'higher';
  return t(`settings_trial_${strength}_${way}`);
}

const tenths = (points: number): string => number(Math.round(Math.abs(points) * 10) / 10);

function rangeInWords({ from, to }: NonNullable<Result['lowerBy']>): string {
  if (from >= 0) return t('settings_trial_range_lower', tenths(from), tenths(to));
  if (to <= 0) return t('settings_trial_range_higher', tenths(to), tenths(from));
  return t('settings_trial_range_both', tenths(from), tenths(to));
}
