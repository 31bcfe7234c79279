import * as hands from './hands.ts';
import type { Page } from './page.ts';

/** How input reaches a page. */
export interface Input {
  /** Clicks a point of the page, in its own coordinates. */
  click(page: Page, at: hands.Point): Promise<void>;
  /** Makes input, so that someone is at the computer. */
  stir(): Promise<void>;
}

/** Through the X server, like mouse and keyboard: for tests of real input and idle times. */
export const xInput: Input = {
  async click(page, at) {
    const { x, y } = await page.origin();
    await hands.click({ x: x + at.x, y: y + at.y });
  },
  stir: hands.stir,
};

/** Through the browser's protocol. It needs only the browser, but the system does not see this input. */
export const protocolInput: Input = {
  async click(page, { x, y }) {
    const at = { x, y, button: 'left', clickCount: 1 };
    await page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await page.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await page.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
  },
  async stir() {},
};
