import { t } from '../../shell/words/t.ts';
import { Browse } from './Browse.tsx';
import { Claims } from './Claims.tsx';
import { Drawing } from './Drawing.tsx';
import { Known } from './Known.tsx';
import { Pieces } from './Pieces.tsx';
import { Unsaid } from './Unsaid.tsx';
import styles from './Why.module.css';

const PARTS = [
  { id: 'drawing', title: 'why_drawing', Part: Drawing },
  { id: 'known', title: 'why_known', Part: Known },
  { id: 'pieces', title: 'why_pieces', Part: Pieces },
  { id: 'claims', title: 'claims_title', Part: Claims },
  { id: 'unsaid', title: 'unsaid_title', Part: Unsaid },
  { id: 'browse', title: 'browse_title', Part: Browse },
] as const;

/** What a break may do, how well that is known, and what is not known. */
export function Why() {
  return (
    <main class={styles.page}>
      <h1 class={styles.title}>{t('why_title')}</h1>
      <p class={styles.opening}>{t('why_opening')}</p>
      <nav class={styles.contents} aria-label={t('why_contents')}>
        <ul class="plain-list">
          {PARTS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {PARTS.map(({ id, title, Part }) => (
        <section key={id} id={id} class={styles.part} aria-labelledby={`${id}-title`}>
          {/* Sighted people see the drawing as its own heading. */}
          <h2 id={`${id}-title`} class={id === 'drawing' ? 'visually-hidden' : styles.heading}>
            {t(title)}
          </h2>
          <Part />
        </section>
      ))}
      <p class={styles.end}>{t('why_end')}</p>
    </main>
  );
}
