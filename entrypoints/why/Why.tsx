import { Frame } from '../../components/frame/Frame.tsx';
import { pageUrl } from '../../shell/addresses.ts';
import { said, writtenAs } from '../../shell/words/said.ts';
import { t } from '../../shell/words/t.ts';
import { Drawing } from './Drawing.tsx';
import { Known } from './Known.tsx';
import { Pieces } from './Pieces.tsx';
import styles from './Why.module.css';

const PARTS = [
  { id: 'drawing', title: 'why_drawing', Part: Drawing },
  { id: 'known', title: 'why_known', Part: Known },
  { id: 'pieces', title: 'why_pieces', Part: Pieces },
] as const;

/** What a break may do, how well that is known, and what is not known. */
export function Why() {
  return (
    <Frame
      page="why"
      sections={PARTS.map(({ id, title }) => ({ id, title: t(title), ...writtenAs(title) }))}
    >
      <p class={styles.opening} {...said('why_opening')} />
      {PARTS.map(({ id, title, Part }) => (
        <section key={id} id={id} class={styles.part} aria-labelledby={`${id}-title`}>
          {/* Sighted people see the drawing as its own heading. */}
          <h2
            id={`${id}-title`}
            class={id === 'drawing' ? 'visually-hidden' : styles.heading}
            {...said(title)}
          />
          <Part />
        </section>
      ))}
      <div class={styles.more}>
        <a href={pageUrl('evidence')} {...said('evidence_title')} />
        <p {...said('why_evidence')} />
      </div>
      <p class={styles.end} {...said('why_end')} />
    </Frame>
  );
}
