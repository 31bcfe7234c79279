import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../tests/driver/temporaryFolder.ts';

/** `pressed`: a click. `answered`: its effect is painted. `moves`: an animation runs. */
export type Mark = 'pressed' | 'answered' | 'moves';

/** The title of a page begins with this once its main content is painted. */
export const SEEN = 'seen ';
/** Pages send their marks over this channel to another page of their extension. */
export const CHANNEL = 'bench';

/** The main content of a page: an element whose text matches. */
const PURPOSES: Record<string, { selector: string; words: string }> = {
  'popup.html': { selector: '[class*=number], p', words: '^\\d+$' },
  'prompt.html': { selector: 'h1, p', words: '.' },
};

/**
 * Copies an extension and adds a script to its pages that reports paint times. A debugger would change the
 * times; a title can be read without one.
 */
export function withProbe(extension: string, name: string): string {
  const folder = temporaryFolder(name);
  cpSync(extension, folder, { recursive: true });
  for (const page of readdirSync(folder).filter((file) => file.endsWith('.html'))) {
    const file = join(folder, page);
    const script = `probe-${page}.js`;
    writeFileSync(join(folder, script), probe(page));
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, html.replace('<head>', `<head><script src="/${script}"></script>`));
  }
  return folder;
}

/** The script for one page. */
function probe(page: string): string {
  const wish = JSON.stringify({ ...PURPOSES[page], SEEN, CHANNEL });
  // tsx wraps named functions in a helper that the page does not have.
  return `{ const __name = (it) => it; (${watchPage})(${wish}); }`;
}

interface Wish {
  selector?: string;
  words?: string;
  SEEN: string;
  CHANNEL: string;
}

function watchPage({ selector, words = '', SEEN, CHANNEL }: Wish): void {
  const channel = new BroadcastChannel(CHANNEL);
  const tell = (mark: Mark, ms: number) => channel.postMessage([mark, performance.timeOrigin + ms]);
  /** Calls back when the next frame has been drawn. */
  const drawn = (then: (frameMs: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });

  // The browser reports when an element with this attribute is painted.
  new PerformanceObserver((list) => {
    const [first] = list.getEntries();
    if (first) document.title = `${SEEN}${performance.timeOrigin + first.startTime}`;
  }).observe({ type: 'element', buffered: true });
  const watch = new MutationObserver(() => {
    const found = [...document.querySelectorAll(selector ?? '')].find(
      ({ textContent }) => textContent?.trim() && new RegExp(words).test(textContent.trim()),
    );
    if (found === undefined) return;
    watch.disconnect();
    found.setAttribute('elementtiming', 'seen');
  });
  if (selector) watch.observe(document, { subtree: true, childList: true, characterData: true });

  const isMoving = ({ playState, pending, effect }: Animation) =>
    playState === 'running' && !pending && effect?.getComputedTiming().progress !== null;
  const look = () => {
    if (document.getAnimations().some(isMoving)) drawn((ms) => tell('moves', ms));
    else requestAnimationFrame(look);
  };
  if (/(break|box)\.html$/.test(location.pathname)) requestAnimationFrame(look);

  const states = () =>
    [...document.querySelectorAll<HTMLInputElement>('input, [role=switch]')]
      .map((control) => `${control.checked} ${control.value} ${control.ariaChecked}`)
      .join();
  let before = '';
  addEventListener('pointerdown', () => (before = states()), true);
  addEventListener(
    'click',
    ({ timeStamp }) => {
      tell('pressed', timeStamp);
      const answered = (ms: number) =>
        states() === before ? drawn(answered) : tell('answered', ms);
      drawn(answered);
    },
    true,
  );
}
