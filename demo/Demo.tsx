import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/kit/Button.tsx';
import { Ring } from '../components/kit/Ring.tsx';
import type { DemoBrowser } from './browser/browser.ts';
import styles from './Demo.module.css';
import { Language } from './Language.tsx';
import { PageFrame } from './PageFrame.tsx';
import { Reminder } from './Reminder.tsx';
import { SAID } from './said.ts';
import { Toolbar } from './Toolbar.tsx';

interface DemoProps {
  browser: DemoBrowser;
  /** The documents of Exhale's pages, by name. */
  pages: Record<string, string>;
  icons: Record<string, string>;
  languages: readonly string[];
  onLanguage: (language: string) => void;
  onStartOver: () => void;
}

const MINUTES = 30;
/** Browsers let no popup be higher. */
const POPUP_HEIGHT = 600;

/** What this is, the popup, and what Exhale opens. */
export function Demo({ browser, pages, icons, languages, onLanguage, onStartOver }: DemoProps) {
  const [reminder] = tabsOf(browser, 'prompt');
  const [taken] = tabsOf(browser, 'break');
  const actions = useRef<HTMLDivElement>(null);

  const { news } = browser;
  const passes = news === 'passing';
  // What had the focus is gone with the break.
  const wasTaken = useRef(false);
  useEffect(() => {
    if (wasTaken.current && taken === undefined) actions.current?.querySelector('button')?.focus();
    wasTaken.current = taken !== undefined;
  }, [taken]);

  return (
    <>
      <main class={styles.page} inert={taken !== undefined}>
        <div class={styles.words}>
          <h1 class={styles.title}>
            <Ring size={34} level={0.55} />
            {SAID.title}
          </h1>
          <p class={styles.lead}>{SAID.lead}</p>
          <ol class={styles.steps}>
            <li>{SAID.popup}</li>
            <li>{SAID.reminder}</li>
            <li>{SAID.break}</li>
          </ol>
          <div class={styles.actions} ref={actions}>
            <Button
              look="primary"
              aria-disabled={passes}
              onPress={() => passes || void browser.letPass(MINUTES)}
            >
              {SAID.pass}
            </Button>
            <Button onPress={onStartOver}>{SAID.again}</Button>
          </div>
          <p class={styles.news} role="status">
            {reminder ? SAID.appeared : news && news !== 'missed' && SAID[news]}
          </p>
          <Language
            language={browser.words.language}
            languages={languages}
            onLanguage={onLanguage}
          />
        </div>
        <div class={styles.popup}>
          <Toolbar {...browser.button} icons={icons} />
          <PageFrame
            browser={browser}
            name="popup"
            page={pages.popup}
            title={SAID.popupFrame}
            class={styles.hanging}
            mostHeight={POPUP_HEIGHT}
          />
          <p class={styles.missed} role="status">
            {news === 'missed' && SAID.missed}
          </p>
        </div>
        {reminder && (
          <Reminder
            key={reminder.id}
            browser={browser}
            tabId={reminder.id}
            page={pages.prompt}
            icon={icons['tide-4-32']}
          />
        )}
      </main>
      {taken && (
        <PageFrame
          key={taken.id}
          browser={browser}
          name="break"
          page={pages.break}
          tabId={taken.id}
          title={SAID.breakFrame}
          class={styles.break}
          takesFocus
        />
      )}
      <PageFrame browser={browser} name="background" page={pages.background} hidden />
    </>
  );
}

const tabsOf = (browser: DemoBrowser, name: string) =>
  browser.tabs.pages().flatMap((page) => (page.name === name ? [page.tab] : []));
