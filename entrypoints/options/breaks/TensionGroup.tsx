import { ConfirmButton } from '../../../components/kit/ConfirmButton.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { usePageRecord } from '../../../components/live/usePageRecord.ts';
import {
  isTiredOf,
  NEVER_ASKED,
  type Tension,
  withOffered,
  withoutPairs,
} from '../../../core/personal/tension.ts';
import { changePageRecord } from '../../../shell/storage/pageRecords.ts';
import { t, tn } from '../../../shell/words/t.ts';
import { Group } from '../Part.tsx';
import { SwitchRow } from '../SwitchRow.tsx';
import type { Saving } from '../useSaving.ts';
import styles from './TensionGroup.module.css';

interface TensionRowsProps {
  saving: Saving;
  tension: Tension;
  onChange: (change: (tension: Tension) => Tension) => void;
}

/** The question before and after a long break: whether it comes, and the answers so far. */
export function TensionRows({ saving, tension, onChange }: TensionRowsProps) {
  const { shown, change } = saving;
  const tired = shown.tensionQuestion && isTiredOf(tension);
  const count = tension.pairs.length;
  return (
    <Group id="tension" title={t('settings_tension_title')} hint={t('settings_tension_hint')}>
      <SwitchRow
        label={t('settings_tension')}
        hint={t(tired ? 'settings_tension_tired' : 'settings_tension_about')}
        on={shown.tensionQuestion && !tired}
        onChange={(on) => {
          if (on) onChange(withOffered);
          change('tensionQuestion', { tensionQuestion: on });
        }}
      />
      {(count > 0 || tension.lastBefore !== null) && (
        <Field label={tn('settings_tension_pairs', count)} hint={t('settings_tension_kept')}>
          {() => (
            <ConfirmButton
              label={t('settings_tension_delete')}
              question={t('settings_tension_delete_ask')}
              yes={t('settings_tension_delete_yes')}
              onConfirm={() => onChange(withoutPairs)}
            />
          )}
        </Field>
      )}
      <p class={styles.care}>{t('care_feelings')}</p>
    </Group>
  );
}

/** The same with what is stored. */
export function TensionGroup({ saving }: { saving: Saving }) {
  const tension = usePageRecord('tension');
  return (
    <TensionRows
      saving={saving}
      tension={tension?.value ?? NEVER_ASKED}
      onChange={(change) => void changePageRecord('tension', change)}
    />
  );
}
