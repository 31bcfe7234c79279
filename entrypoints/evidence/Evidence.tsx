import { useEffect } from 'preact/hooks';
import { Frame } from '../../components/frame/Frame.tsx';
import { said, writtenAs } from '../../shell/words/said.ts';
import { t } from '../../shell/words/t.ts';
import { Browse } from './Browse.tsx';
import { Claims } from './Claims.tsx';
import styles from './Evidence.module.css';
import { Legend } from './Legend.tsx';
import { Unsaid } from './Unsaid.tsx';

const PARTS = [
  { id: 'strengths', title: 'evidence_strengths', Part: Legend },
  { id: 'claims', title: 'claims_title', Part: Claims },
  { id: 'unsaid', title: 'unsaid_title', Part: Unsaid },
  { id: 'browse', title: 'browse_title', Part: Browse },
] as const;

/** Everything that is said about massage, breath and breaks, and what stands behind it. */
export function Evidence() {
  useEffect(() => {
    showTarget();
    addEventListener('hashchange', showTarget);
    return () => removeEventListener('hashchange', showTarget);
  }, []);
  return (
    <Frame
      page="evidence"
      sections={PARTS.map(({ id, title }) => ({ id, title: t(title), ...writtenAs(title) }))}
    >
      <p class={styles.opening} {...said('evidence_opening')} />
      <p class={styles.fetched} {...said('evidence_fetched')} />
      {PARTS.map(({ id, title, Part }) => (
        <section key={id} id={id} class={styles.part} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`} class={styles.heading} {...said(title)} />
          <Part />
        </section>
      ))}
    </Frame>
  );
}

/** Unfolds what the address names. The browser looked for it before it was drawn. */
function showTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
  target?.scrollIntoView();
}
