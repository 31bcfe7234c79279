import type { Devices } from '../../../core/records/devices.ts';
import { language, t } from '../../../shell/words/t.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import styles from './ShareRow.module.css';

interface ShareRowProps {
  devices: Devices;
  onShare: (on: boolean) => void;
}

/** Whether a break here counts on the person's other computers, and when one of them last told something. */
export function ShareRow({ devices, onShare }: ShareRowProps) {
  return (
    <>
      <SwitchRow
        label={t('settings_share')}
        hint={t('settings_share_hint')}
        on={devices.on}
        onChange={onShare}
      />
      {devices.on && (
        <p class={styles.news} role="status">
          {devices.refused ? t('settings_share_refused') : newsWords(devices)}
        </p>
      )}
    </>
  );
}

function newsWords({ heard }: Devices): string {
  const lastMs = Math.max(...Object.values(heard).map(({ wroteMs }) => wroteMs));
  if (!Number.isFinite(lastMs)) return t('settings_share_none');
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' });
  return t('settings_share_last', format.format(lastMs));
}
