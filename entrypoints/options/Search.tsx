import { useEffect, useRef } from 'preact/hooks';
import { t, tn } from '../../shell/words/t.ts';
import type { FoundRow } from './findRows.ts';
import styles from './Search.module.css';

const RESULTS = 'found';

interface SearchProps {
  query: string;
  found: readonly FoundRow[];
  onQuery: (query: string) => void;
  onGo: (row: HTMLElement) => void;
}

/** The field in the side bar. “/” leads to it from anywhere on the page. */
export function Search({ query, found, onQuery, onGo }: SearchProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTypedInto(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);

  return (
    <search class={styles.search}>
      <input
        ref={input}
        class={styles.input}
        type="search"
        value={query}
        placeholder={t('settings_search')}
        aria-label={t('settings_search')}
        aria-keyshortcuts="/"
        aria-controls={query.trim() === '' ? undefined : RESULTS}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === 'Escape' && query !== '') onQuery('');
          else if (event.key === 'Enter' && first) onGo(first.row);
          else if (event.key === 'ArrowDown' && first) resultAt(0)?.focus();
          else return;
          event.preventDefault();
        }}
      />
      <span class={styles.key} aria-hidden="true">
        /
      </span>
      <p class="visually-hidden" role="status">
        {query.trim() !== '' && tn('settings_search_found', found.length)}
      </p>
    </search>
  );
}

const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches(
      'textarea, select, input:not([type="radio"], [type="checkbox"], [type="range"])',
    ));

const results = () => document.querySelectorAll<HTMLElement>(`#${RESULTS} button`);
const resultAt = (index: number): HTMLElement | undefined => results()[index];

/** What was found, shown instead of the section. */
export function Found({ query, found, onQuery, onGo }: SearchProps) {
  return (
    <section id={RESULTS} class={styles.results} aria-label={t('settings_search_results')}>
      {found.length === 0 && <p>{t('settings_search_none', query.trim())}</p>}
      <ul class="plain-list">
        {found.map(({ row, label, part }, index) => (
          <li key={row.dataset.row}>
            <button
              type="button"
              class={styles.result}
              data-first={index === 0}
              onClick={() => onGo(row)}
              onKeyDown={(event) => {
                const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
                if (event.key === 'Escape') onQuery('');
                if (by === undefined && event.key !== 'Escape') return;
                event.preventDefault();
                const next = by === undefined ? undefined : resultAt(index + by);
                (next ?? document.querySelector<HTMLElement>('input[type="search"]'))?.focus();
              }}
            >
              <span>{label}</span>
              <span class={styles.where}>{t(`settings_part_${part}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
