import '../components/theme.css';
import { render } from 'preact';
import { DemoBrowser } from './browser/browser.ts';
import type { Realm } from './browser/page.ts';
import { type Messages, Words } from './browser/words.ts';
import { Demo } from './Demo.tsx';

interface Given {
  /** The documents of Exhale's pages. */
  pages: Record<string, string>;
  icons: Record<string, string>;
  /** By language, as in `public/_locales`. */
  messages: Record<string, Messages>;
}

const given: Given = JSON.parse(document.getElementById('given')?.textContent ?? '');
const { pages, icons, messages } = given;

/** `?lang=de` shows Exhale in German. The words around it are English. */
const wanted = new URLSearchParams(location.search).get('lang') ?? '';
const language = Object.hasOwn(messages, wanted) ? wanted : 'en';
const words = new Words(language, messages[language] ?? {}, messages.en ?? {});

/** Drawn again as a whole whenever the browser changes. */
const draw = () =>
  render(
    <Demo
      browser={browser}
      pages={pages}
      icons={icons}
      languages={Object.keys(messages)}
      onLanguage={(chosen) => location.assign(`?lang=${chosen}`)}
      onStartOver={() => location.reload()}
    />,
    document.getElementById('root') as HTMLElement,
  );
const browser = new DemoBrowser(words, Object.keys(pages), draw);

Object.assign(window, { enter: (realm: Realm) => browser.enter(realm) });
draw();
