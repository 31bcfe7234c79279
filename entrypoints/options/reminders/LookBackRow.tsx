import { useState } from 'preact/hooks';
import { Locked } from '../../../components/kit/Locked.tsx';
import type { Permission } from '../../../components/live/usePermission.ts';
import { t } from '../../../shell/words/t.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import type { Saving } from '../useSaving.ts';

interface LookBackRowProps {
  saving: Saving;
  notifications: Permission;
}

/** One notification a week that opens the page of the last one. */
export function LookBackRow({ saving: { shown, change }, notifications }: LookBackRowProps) {
  const [denied, setDenied] = useState(false);
  const isGone = shown.lookBack && notifications.allowed === false;

  function choose(lookBack: boolean) {
    setDenied(false);
    if (!lookBack || notifications.allowed === true) return change('lookBack', { lookBack });
    // Nothing may come before this: the browser asks only directly after a click.
    void notifications.request().then((granted) => {
      setDenied(!granted);
      if (granted) change('lookBack', { lookBack });
    });
  }

  return (
    <Locked by="lookBack">
      <SwitchRow
        label={t('settings_lookBack')}
        hint={t(denied || isGone ? 'settings_lookBack_denied' : 'settings_lookBack_hint')}
        on={shown.lookBack && !isGone}
        onChange={choose}
      />
    </Locked>
  );
}
