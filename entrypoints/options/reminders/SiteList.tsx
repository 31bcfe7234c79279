import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AddButton } from '../../../components/kit/AddButton.tsx';
import { Button } from '../../../components/kit/Button.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { TextField } from '../../../components/kit/TextField.tsx';
import type { Refusal } from '../../../core/records/envelope.ts';
import { siteOf } from '../../../shell/siteOf.ts';
import { isOneOf } from '../../../shell/sites.ts';
import { t } from '../../../shell/words/t.ts';
import { problemWords } from '../problemWords.ts';
import styles from './SiteList.module.css';

interface SiteListProps {
  label: string;
  hint: string;
  sites: readonly string[];
  /** What such a list contains for most people. Offered again if some of it is missing. */
  usual?: readonly string[];
  /** Returns why the list was refused; null if it was accepted. */
  onChange: (sites: string[]) => Refusal | null;
}

/** A list of sites: each can be removed, and one can be added. */
export function SiteList({ label, hint, sites, usual = [], onChange }: SiteListProps) {
  const root = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [news, setNews] = useState('');
  const removedAt = useRef<number | null>(null);
  const field = () => root.current?.querySelector('input');
  const missing = usual.filter((site) => !isOneOf(sites, site));

  // After a removal, the focus goes to the next site, or to the field if none is left.
  useLayoutEffect(() => {
    const at = removedAt.current;
    removedAt.current = null;
    if (at === null) return;
    const buttons = root.current?.querySelectorAll<HTMLElement>('li button');
    const next = buttons?.[Math.min(at, buttons.length - 1)];
    (next ?? field())?.focus();
  }, [sites]);

  function add() {
    field()?.focus();
    const site = siteOf(typed);
    if (site === null) return setError(t('settings_sites_none'));
    const holder = sites.find((one) => isOneOf([one], site));
    if (holder !== undefined) return setError(t('settings_sites_twice', holder));
    // At the top, right below the field, where the person looks for it.
    if (!take([site, ...sites], t('settings_sites_added', site))) return;
    setTyped('');
  }

  function addUsual() {
    // The button disappears when nothing is missing.
    field()?.focus();
    take([...sites, ...missing], t('settings_sites_added_usual'));
  }

  function remove(site: string) {
    removedAt.current = sites.indexOf(site);
    const others = sites.filter((one) => one !== site);
    take(others, t('settings_sites_removed', site));
  }

  function take(next: string[], told: string): boolean {
    const refusal = onChange(next);
    setError(refusal === null ? undefined : problemWords(refusal));
    if (refusal === null) setNews(told);
    return refusal === null;
  }

  return (
    <div ref={root}>
      <Field label={label} hint={hint} error={error}>
        {({ id, describedBy, invalid }) => (
          <form
            class={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              add();
            }}
          >
            <TextField
              {...{ id, describedBy, invalid }}
              label={t('settings_sites_field', label)}
              value={typed}
              placeholder={t('settings_sites_example')}
              onChange={(text) => {
                setTyped(text);
                setError(undefined);
              }}
            />
            <Button look="outlined" type="submit" aria-label={t('settings_sites_addTo', label)}>
              {t('settings_sites_add')}
            </Button>
          </form>
        )}
      </Field>
      {sites.length > 0 && (
        <ul class={`plain-list ${styles.sites}`} aria-label={label}>
          {sites.map((site) => (
            <li key={site} class={styles.site}>
              <span class={styles.name}>{site}</span>
              <Button
                look="quiet"
                size={28}
                class={styles.remove}
                aria-label={t('settings_sites_remove', site)}
                onPress={() => remove(site)}
              >
                {t('settings_remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && <AddButton onPress={addUsual}>{t('settings_sites_usual')}</AddButton>}
      <p class="visually-hidden" role="status">
        {news}
      </p>
    </div>
  );
}
