import * as hands from './hands.ts';
import type { Page } from './page.ts';

/** How a person's hands reach a page. */
export interface Input {
  /** Clicks at a point of the page, in its own coordinates. */
  click(page: Page, at: hands.Point): Promise<void>;
  /** Shows that somebody is at the computer. */
  stir(): Promise<void>;
}

/** Through the X server, as mouse and keyboard do: for tests about real input and about idleness. */
export const xInput: Input = {
  async click(page, at) {
    const { x, y } = await page.origin();
    await hands.click({ x: x + at.x, y: y + at.y });
  },
  stir: hands.stir,
};

/** By the browser's own protocol: it needs nothing but the browser, and does not count as presence. */
export const protocolInput: Input = {
  async click(page, { x, y }) {
    const at = { x, y, button: 'left', clickCount: 1 };
    await page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await page.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await page.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
  },
  async stir() {},
};
