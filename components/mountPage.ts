import { type ComponentChild, h, render } from 'preact';
import { direction, language } from '../shell/words/t.ts';
import { canRead, onReading } from './live/reading.ts';

/**
 * Draws a page into its root, in the browser's language. Without a title the page keeps its own. While nothing
 * stored can be read, it says so; `leave` is offered there, if there is something to leave.
 */
export function mountPage(page: ComponentChild, { title, leave }: MountWish = {}): void {
  const { documentElement } = document;
  documentElement.lang = language();
  documentElement.dir = direction();
  if (title !== undefined) document.title = title;
  const root = document.getElementById('root') as HTMLElement;
  render(page, root);
  onReading(() => void drawTrouble(root, leave).catch(() => undefined));
}

/** Only a page with nothing in it is replaced: one that is drawn goes on with what it has. */
const isEmpty = (root: HTMLElement): boolean => !canRead() && root.childElementCount === 0;

async function drawTrouble(root: HTMLElement, leave?: () => void): Promise<void> {
  if (!isEmpty(root)) return document.getElementById('unread')?.remove();
  const { Unread } = await import('./frame/Unread.tsx');
  if (!isEmpty(root) || document.getElementById('unread') !== null) return;
  const place = document.createElement('div');
  place.id = 'unread';
  root.after(place);
  render(h(Unread, { leave }), place);
}

interface MountWish {
  title?: string | undefined;
  leave?: (() => void) | undefined;
}
