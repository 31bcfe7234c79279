import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../components/kit/Button.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { Locked } from '../../../components/kit/Locked.tsx';
import type { Permission } from '../../../components/live/usePermission.ts';
import type { Refusal } from '../../../core/records/envelope.ts';
import { withPatch } from '../../../core/records/settings.ts';
import { t } from '../../../shell/words/t.ts';
import { Group } from '../Part.tsx';
import { SwitchRow } from '../SwitchRow.tsx';
import type { Saving } from '../useSaving.ts';
import { MEETING_SITES } from './meetingSites.ts';
import { SiteList } from './SiteList.tsx';
import styles from './SitesGroup.module.css';

interface SitesGroupProps {
  saving: Saving;
  permission: Permission;
}

/** Calls, and sites without breaks. Both need permission to see the addresses of tabs. */
export function SitesGroup({ saving, permission }: SitesGroupProps) {
  const { shown, change } = saving;
  const { callSites, quietSites } = shown;
  const { allowed } = permission;
  const [denied, setDenied] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);

  // The pressed button is gone, so the focus goes to what replaced it.
  useLayoutEffect(() => {
    if (pressed.current) root.current?.querySelector<HTMLElement>('button, input')?.focus();
    pressed.current = false;
  }, [allowed]);

  const unused = callSites.length === 0 && quietSites.length === 0;
  function allow() {
    pressed.current = true;
    // Nothing may come before this: the browser asks only directly after a click.
    void permission.request().then((granted) => {
      setDenied(!granted);
      if (granted && unused) change('callSites', { callSites: [...MEETING_SITES] });
      if (!granted) pressed.current = false;
    });
  }

  function stop() {
    pressed.current = true;
    setDenied(false);
    void permission.remove().then((removed) => {
      if (!removed) pressed.current = false;
    });
  }

  const take =
    (setting: 'callSites' | 'quietSites') =>
    (sites: string[]): Refusal | null => {
      const patch = { [setting]: sites };
      const checked = withPatch(shown, patch);
      if (!checked.ok) return checked.refusal;
      change(setting, patch);
      return null;
    };

  return (
    <Group
      id="sites"
      title={t('settings_sites_title')}
      hint={t(allowed ? 'settings_sites_hint_allowed' : 'settings_sites_hint')}
    >
      <div ref={root}>
        {allowed === false && <Offer kept={!unused} denied={denied} onAllow={allow} />}
        {allowed === true && (
          <div class={styles.lists}>
            <Locked by="holdBack">
              <SwitchRow
                label={t('settings_holdBack_call')}
                hint={t('settings_holdBack_call_hint')}
                on={shown.holdBack.call}
                onChange={(on) => change('holdBack.call', { holdBack: { call: on } })}
              />
            </Locked>
            <Locked by="callSites">
              <SiteList
                label={t('settings_sites_calls')}
                hint={
                  shown.holdBack.call
                    ? t('settings_sites_calls_hint')
                    : t('settings_sites_calls_off', t('settings_holdBack_call'))
                }
                sites={callSites}
                usual={MEETING_SITES}
                onChange={take('callSites')}
              />
            </Locked>
            <Locked by="quietSites">
              <SiteList
                label={t('settings_sites_quiet')}
                hint={t('settings_sites_quiet_hint')}
                sites={quietSites}
                onChange={take('quietSites')}
              />
            </Locked>
            <Field label={t('settings_sites_allowed')} hint={t('settings_sites_allowed_hint')}>
              {({ describedBy }) => (
                <Button look="outlined" aria-describedby={describedBy} onPress={stop}>
                  {t('settings_sites_stop')}
                </Button>
              )}
            </Field>
          </div>
        )}
      </div>
    </Group>
  );
}

interface OfferProps {
  /** There are lists from before. */
  kept: boolean;
  denied: boolean;
  onAllow: () => void;
}

/** What the permission is for, and how the browser will word its question. */
function Offer({ kept, denied, onAllow }: OfferProps) {
  // Each browser words its question differently, and wider than what Exhale does.
  const question = import.meta.env.FIREFOX
    ? t('settings_sites_question_firefox')
    : t('settings_sites_question');
  return (
    <div class={styles.offer} data-row="sites" data-row-label={t('settings_sites_title')}>
      <p class={styles.text}>{t(kept ? 'settings_sites_kept' : 'settings_sites_can')}</p>
      <p class={styles.aside}>{t('settings_sites_asks', question)}</p>
      <Button look="outlined" onPress={onAllow}>
        {t('settings_sites_allow')}
      </Button>
      <p class={styles.aside} role="status">
        {denied && t('settings_sites_denied')}
      </p>
    </div>
  );
}
