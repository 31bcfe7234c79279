import { useState } from 'preact/hooks';
import { ConfirmButton } from '../../../components/kit/ConfirmButton.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { KEEP, type Keep } from '../../../core/personal/keeping.ts';
import type { Devices } from '../../../core/records/devices.ts';
import { t, tn } from '../../../shell/words/t.ts';
import { Part } from '../Part.tsx';
import { type CopyDeeds, CopyRows } from './CopyRows.tsx';
import styles from './DataPart.module.css';
import { DeleteDays } from './DeleteDays.tsx';
import { ShareRow } from './ShareRow.tsx';
import { useWork, type Work } from './useWork.ts';
import { WorkBar } from './WorkBar.tsx';

export interface DataDeeds extends CopyDeeds {
  deleteDays: (days: { from: number; to: number }) => Work<void>;
  /** Whether other computers are told of breaks here, and heard. */
  share: (on: boolean) => void;
  /** How long days are kept from now on; false if that could not be stored. */
  keepDays: (keep: Keep) => Promise<boolean>;
  useDefaults: () => Promise<boolean>;
  erase: () => Promise<boolean>;
}

interface DataPartProps extends DataDeeds {
  /** Today's date. */
  today: string;
  keep: Keep;
  devices: Devices;
  /** A newer Exhale stored these settings, so they are not replaced. */
  frozen: boolean;
  /** Everything was replaced, so what this page still holds is outdated. */
  onReplaced: () => void;
}

type Of = 'copy' | 'keep' | 'days' | 'defaults' | 'erase';
type Outcome = { of: Of; done: boolean; words: string };

export function DataPart(props: DataPartProps) {
  const { today, keep, frozen, onReplaced } = props;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const deleting = useWork();
  const tell = (of: Of, done: boolean, words: string) => {
    setOutcome({ of, done, words });
    if (done) onReplaced();
  };

  const replace = (of: 'defaults' | 'erase', act: () => Promise<boolean>) => () =>
    void act().then((done) =>
      tell(of, done, done ? t(`settings_data_${of}_done`) : t('settings_data_failed')),
    );

  async function deleteDays(days: { from: number; to: number }) {
    setOutcome(null);
    const done = (await deleting.run(props.deleteDays(days))) !== null;
    const count = days.to - days.from + 1;
    const words = done ? tn('settings_data_days_done', count) : t('settings_data_notYet');
    setOutcome({ of: 'days', done, words });
  }

  async function keepDays(wanted: Keep) {
    const done = await props.keepDays(wanted);
    setOutcome(done ? null : { of: 'keep', done, words: t('settings_data_failed') });
  }

  const line = (of: Of) => (
    <p
      class={[styles.outcome, outcome?.done ? styles.done : styles.failed].join(' ')}
      role="status"
    >
      {outcome?.of === of && outcome.words}
    </p>
  );

  return (
    <Part id="data" hint={t('settings_data_hint')}>
      {line('copy')}
      <CopyRows
        {...props}
        tell={(done, words) => tell('copy', done, words)}
        hush={() => setOutcome(null)}
      />
      <Field label={t('settings_data_keepDays')} hint={t(`settings_data_keepDays_${keep}_hint`)}>
        {(names) => (
          <Segmented
            {...names}
            options={KEEP.map((value) => ({ value, label: t(`settings_data_keepDays_${value}`) }))}
            value={keep}
            onChange={(wanted) => void keepDays(wanted)}
          />
        )}
      </Field>
      {line('keep')}
      {/* Safari keeps on one computer what it should carry. */}
      {!import.meta.env.SAFARI && <ShareRow devices={props.devices} onShare={props.share} />}
      <DeleteDays
        today={today}
        disabled={deleting.share !== null}
        onDelete={(days) => void deleteDays(days)}
      />
      {deleting.share !== null && (
        <WorkBar label={t('settings_data_deleting')} share={deleting.share} />
      )}
      {line('days')}
      <Field label={t('settings_data_defaults')} hint={t('settings_data_defaults_hint')}>
        {() => (
          <ConfirmButton
            label={t('settings_data_defaults_button')}
            question={t('settings_data_defaults_ask')}
            yes={t('settings_data_defaults_yes')}
            disabled={frozen}
            onConfirm={replace('defaults', props.useDefaults)}
          />
        )}
      </Field>
      {line('defaults')}
      <Field label={t('settings_data_erase')} hint={t('settings_data_erase_hint')}>
        {() => (
          <ConfirmButton
            label={t('settings_data_erase_button')}
            question={t('settings_data_erase_ask')}
            yes={t('settings_data_erase_yes')}
            onConfirm={replace('erase', props.erase)}
          />
        )}
      </Field>
      {line('erase')}
    </Part>
  );
}
