import { useState } from 'preact/hooks';
import { References } from '../../../components/evidence/References.tsx';
import { StrengthMark } from '../../../components/evidence/StrengthMark.tsx';
import { Button } from '../../../components/kit/Button.tsx';
import { ConfirmButton } from '../../../components/kit/ConfirmButton.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { useTrialRecord } from '../../../components/live/useTrialRecord.ts';
import { TRIAL_SOURCES } from '../../../core/evidence/sources.ts';
import { LONG_BREAK_SECONDS } from '../../../core/personal/tension.ts';
import type { Settings } from '../../../core/records/settings.ts';
import { resultOf } from '../../../core/trial/resultOf.ts';
import {
  begun,
  daysFor,
  NO_TRIAL,
  SIZES,
  type Size,
  stopped,
  type Trial,
  type TrialRecord,
} from '../../../core/trial/trial.ts';
import { changeTrial } from '../../../shell/storage/trialRecord.ts';
import { number, t, tn } from '../../../shell/words/t.ts';
import { Group } from '../Part.tsx';
import { Unfolding } from '../Unfolding.tsx';
import styles from './TrialGroup.module.css';
import { TrialResultRows } from './TrialResultRows.tsx';

interface TrialRowsProps {
  settings: Pick<Settings, 'rhythms' | 'tensionQuestion'>;
  record: TrialRecord;
  onChange: (change: (record: TrialRecord) => TrialRecord) => void;
}

/** A trial of whether long breaks do something for this person: its plan, its count, and in the end its result. */
export function TrialRows({ settings, record, onChange }: TrialRowsProps) {
  const { current } = record;
  const result = current && resultOf(current);
  return (
    <Group id="trial" title={t('settings_trial_title')} hint={t('settings_trial_hint')}>
      {result === null && (
        <Plan
          settings={settings}
          onBegin={(size) =>
            onChange((now) => (now.current === null ? { current: begun(size) } : now))
          }
        />
      )}
      {result?.is === 'running' && (
        <Field
          label={t('settings_trial_count', number(result.count), number(result.needed))}
          hint={[t('settings_trial_wait'), settings.tensionQuestion && t('settings_trial_noOther')]
            .filter(Boolean)
            .join(' ')}
        >
          {() => (
            <ConfirmButton
              label={t('settings_trial_stop')}
              question={t('settings_trial_stop_ask')}
              yes={t('settings_trial_stop_yes')}
              onConfirm={() => onChange(stop)}
            />
          )}
        </Field>
      )}
      {result !== null && result.is !== 'running' && (
        <TrialResultRows
          result={result}
          size={(current as Trial).size}
          onForget={() => onChange(() => NO_TRIAL)}
        />
      )}
      <div class={styles.unfolding}>
        <Unfolding small label={t('settings_trial_how')}>
          <div class={styles.how}>
            <p>{t('settings_trial_how_why')}</p>
            <p>{t('settings_trial_how_study')}</p>
            <p>{t('settings_trial_how_limits')}</p>
            <p>{t('settings_trial_alone')}</p>
            <p class={styles.strength}>
              <StrengthMark of="early" />
              {t('strength_early_meaning')}
            </p>
            <References sources={TRIAL_SOURCES} />
          </div>
        </Unfolding>
      </div>
    </Group>
  );
}

const stop = ({ current }: TrialRecord): TrialRecord => ({ current: current && stopped(current) });

/** What will happen, and how long it takes, before it begins. */
function Plan({
  settings,
  onBegin,
}: {
  settings: Pick<Settings, 'rhythms'>;
  onBegin: (size: Size) => void;
}) {
  const [size, setSize] = useState<Size>(1);
  const hasLong = Object.values(settings.rhythms).some(
    ({ on, breakSeconds }) => on && breakSeconds >= LONG_BREAK_SECONDS,
  );
  return (
    <>
      <p class={styles.plan}>{t('settings_trial_plan')}</p>
      <Field label={t('settings_trial_size')} hint={t('settings_trial_size_hint')}>
        {(names) => (
          <Segmented
            {...names}
            value={`${size}`}
            options={SIZES.map((value) => ({
              value: `${value}`,
              label: tn('settings_trial_points', value),
            }))}
            onChange={(value) => setSize(Number(value) as Size)}
          />
        )}
      </Field>
      <Field
        label={tn('settings_trial_days', daysFor(size))}
        hint={t(hasLong ? 'settings_trial_start' : 'settings_trial_noLong')}
      >
        {() => (
          <Button look="outlined" disabled={!hasLong} onPress={() => onBegin(size)}>
            {t('settings_trial_begin')}
          </Button>
        )}
      </Field>
    </>
  );
}

/** The same with what is stored. */
export function TrialGroup({ settings }: Pick<TrialRowsProps, 'settings'>) {
  const record = useTrialRecord();
  return (
    <TrialRows
      settings={settings}
      record={record?.value ?? NO_TRIAL}
      onChange={(change) => void changeTrial(change)}
    />
  );
}
