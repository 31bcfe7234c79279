import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { pageUrl } from '../../shell/addresses.ts';
import type { Written } from '../../shell/words/said.ts';
import { t } from '../../shell/words/t.ts';
import { Ring } from '../kit/Ring.tsx';
import styles from './Frame.module.css';

/** The pages to read, in the order in which they are listed, with their titles. */
const TITLES = {
  settings: 'settings_title',
  days: 'history_title',
  why: 'why_title',
  evidence: 'evidence_title',
} as const;
type FramedPage = keyof typeof TITLES;
const PAGES = Object.keys(TITLES) as FramedPage[];

export interface FrameSection extends Written {
  /** The id of its element, and the fragment of its address. */
  id: string;
  title: string;
}

interface FrameProps {
  page: FramedPage;
  /** The parts of this page, listed below the pages. */
  sections?: readonly FrameSection[];
  /** The section in view, where only one is. */
  section?: string;
  /** Above the list of sections, such as a search. */
  tool?: ComponentChildren;
  /** At the end of the title's line, such as a status. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** What the pages to read share: the name, the ways to each other, the sections, the title, one column. */
export function Frame({ page, sections = [], section, tool, aside, children }: FrameProps) {
  const main = useRef<HTMLElement>(null);

  // A link would change the address, whose fragment may name a section.
  const skip = () => {
    main.current?.focus();
    main.current?.scrollIntoView();
  };

  return (
    <div class={styles.frame}>
      <header class={styles.side}>
        <button type="button" class={styles.skip} onClick={skip}>
          {t('frame_skip')}
        </button>
        <p class={styles.name}>
          <Ring size={26} level={0.55} />
          {t('extName')}
        </p>
        <nav class={styles.pages} aria-label={t('frame_pages')}>
          <ul class="plain-list">
            {PAGES.map((one) => (
              <li key={one}>
                <a href={pageUrl(one)} aria-current={one === page ? 'page' : undefined}>
                  {t(TITLES[one])}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {(tool || sections.length > 0) && (
          <div class={styles.within}>
            {tool}
            {sections.length > 0 && (
              <nav class={styles.sections} aria-label={t('frame_sections')}>
                <ul class="plain-list">
                  {sections.map(({ id, title, ...written }) => (
                    <li key={id}>
                      <a
                        href={`#${id}`}
                        aria-current={id === section ? 'true' : undefined}
                        {...written}
                      >
                        {title}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
          </div>
        )}
      </header>
      <main class={styles.content} id="content" tabIndex={-1} ref={main}>
        <div class={styles.head}>
          <h1>{t(TITLES[page])}</h1>
          <div class={styles.aside}>{aside}</div>
        </div>
        {children}
      </main>
    </div>
  );
}
