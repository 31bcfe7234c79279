import { type ComponentChild, render } from 'preact';
import { direction, language } from '../shell/words/t.ts';

/** Draws a page into its root, in the browser's language. Without a title the page keeps its own. */
export function mountPage(page: ComponentChild, title?: string): void {
  const { documentElement } = document;
  documentElement.lang = language();
  documentElement.dir = direction();
  if (title !== undefined) document.title = title;
  render(page, document.getElementById('root') as HTMLElement);
}
