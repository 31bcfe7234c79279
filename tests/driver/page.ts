import { writeFileSync } from 'node:fs';
import type { Answer, DevTools } from './devTools.ts';
import { fadesOver, SOON_MS } from './fadesOver.ts';
import { type Point, press } from './hands.ts';
import type { Input } from './input.ts';
import { until } from './wait.ts';

/** A page of Chromium: its content, positions, and clicks. */
export class Page {
  constructor(
    private readonly devtools: DevTools,
    readonly targetId: string,
    private readonly sessionId: string,
    private readonly input: Input,
    /** The title of a frame, if this is one. */
    private readonly frame?: string,
  ) {}

  /** A frame in this page, by its title. Its document has the same origin. */
  inFrame(title: string): Page {
    return new Page(this.devtools, this.targetId, this.sessionId, this.input, title);
  }

  send(method: string, params: object = {}): Promise<Answer> {
    return this.devtools.send(method, params, this.sessionId);
  }

  /** Runs a function in the page. It can use only its arguments. */
  async evaluate<A extends unknown[], R>(
    work: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> {
    // tsx wraps named functions in a helper that the page lacks.
    const expression = `(() => { const __name = (it) => it; return (${work})(...${JSON.stringify(args)}); })()`;
    return this.run(expression, await this.within());
  }

  /** Adds a script, which the content security policy lets only the debugger do. */
  async add(script: string): Promise<void> {
    await this.run(`void (() => {${script}})()`, await this.within());
  }

  private async run(expression: string, where: object): Promise<Answer> {
    const options = { expression, awaitPromise: true, returnByValue: true, ...where };
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', options);
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Where scripts run: in a frame, in a world of their own, which has the same document. */
  private async within(): Promise<{ contextId?: number }> {
    if (this.frame === undefined) return {};
    const { frameId } = await this.frameElement();
    const wish = { frameId, worldName: 'tests' };
    const { executionContextId } = await this.send('Page.createIsolatedWorld', wish);
    return { contextId: executionContextId };
  }

  private async frameElement(): Promise<Answer> {
    const { root } = await this.send('DOM.getDocument', { depth: 0 });
    const wanted = { nodeId: root.nodeId, selector: `iframe[title="${this.frame}"]` };
    const { nodeId } = await this.send('DOM.querySelector', wanted);
    if (nodeId === 0) throw new Error(`there is no frame "${this.frame}"`);
    return (await this.send('DOM.describeNode', { nodeId, pierce: true })).node;
  }

  /** The node of its document. */
  private async document(): Promise<object> {
    if (this.frame === undefined) {
      const { root } = await this.send('DOM.getDocument', { depth: 0 });
      return { nodeId: root.nodeId };
    }
    const { contentDocument } = await this.frameElement();
    return { backendNodeId: contentDocument.backendNodeId };
  }

  /** Its visible text. */
  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden can't be read
    return this.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
  }

  /** All elements of a role with a matching accessible name, as assistive technology sees them. */
  async all(role: string, name: string | RegExp = /.*/): Promise<Found[]> {
    const query = { ...(await this.document()), role };
    const { nodes } = await this.send('Accessibility.queryAXTree', query);
    const fits = (told: string) => (typeof name === 'string' ? told === name : name.test(told));
    return nodes
      .filter((node: Answer) => !node.ignored && fits(node.name?.value ?? ''))
      .map((node: Answer) => ({
        node: node.backendDOMNodeId,
        name: node.name?.value ?? '',
        value: String(node.value?.value ?? ''),
        state: Object.fromEntries(
          (node.properties ?? []).map((property: Answer) => [property.name, property.value.value]),
        ),
      }));
  }

  /** Waits for the first element of a role with a matching accessible name. */
  find(role: string, name?: string | RegExp): Promise<Found> {
    return until(`there is a ${role} ${name ?? ''}`, async () => (await this.all(role, name))[0]);
  }

  /** Clicks the middle of it with the pointer, once it no longer moves. */
  async click(role: string, name?: string | RegExp): Promise<void> {
    let before = '';
    const at = await until(`the ${role} ${name ?? ''} stands still`, async () => {
      const { node } = await this.find(role, name);
      await this.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node });
      const { left, top, right, bottom } = await this.boxOf(node);
      const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
      // A popup or a small window may still be growing.
      const now = JSON.stringify([middle, await this.origin()]);
      const isStill = now === before;
      before = now;
      return isStill && middle;
    });
    await this.input.click(this, at);
  }

  /** Moves the focus there with the tab key only. */
  async tabTo(role: string, name: string | RegExp): Promise<void> {
    await until(
      `the tab key reaches the ${role} ${name}`,
      async () => {
        if ((await this.all(role, name)).some(({ state }) => state.focused === true)) return true;
        await press('Tab');
        return false;
      },
      { seconds: 40 },
    );
  }

  /** Activates it with the keyboard. */
  async choose(role: string, name?: string | RegExp): Promise<void> {
    const { node } = await this.find(role, name);
    await this.send('DOM.focus', { backendNodeId: node });
    await press('Return');
  }

  /** The position of a node in the visible part of the page. */
  async boxOf(node: number): Promise<Record<'left' | 'top' | 'right' | 'bottom', number>> {
    const { model } = await this.send('DOM.getBoxModel', { backendNodeId: node });
    const [left, top, , , right, bottom] = model.border;
    return { left, top, right, bottom };
  }

  /** The position of the page's corner on the display. Browsers have bars above it, none below. */
  origin(): Promise<Point> {
    const there = () => ({
      x: screenX + (outerWidth - innerWidth) / 2,
      y: screenY + outerHeight - innerHeight - (outerWidth - innerWidth) / 2,
    });
    // Positions in a frame, too, are those in the whole page.
    return this.run(`(${there})()`, {});
  }

  /** Saves a picture of the whole page, without what covers it. */
  async picture(file: string): Promise<void> {
    const { cssContentSize } = await this.send('Page.getLayoutMetrics');
    // A page may leave room for a scroll bar, which no picture shows.
    const inner = await this.evaluate(() => innerWidth);
    const width = Math.max(inner, cssContentSize.width);
    const clip = { ...cssContentSize, width, scale: 1 };
    const options = { format: 'png', captureBeyondViewport: true, clip };
    const { data } = await this.send('Page.captureScreenshot', options);
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  /** Waits for fades and slides. Longer animations go on. */
  async settle(): Promise<void> {
    await this.evaluate(fadesOver, SOON_MS);
  }

  /** Sets the preferred colors, reduced motion and forced colors of the system. */
  async prefer(
    scheme: 'light' | 'dark',
    motion?: 'default' | 'reduced',
    colors: 'own' | 'forced' = 'own',
  ): Promise<void> {
    const features: { name: string; value: string }[] = [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: colors === 'forced' ? 'active' : 'none' },
    ];
    if (motion !== undefined) {
      const value = motion === 'reduced' ? 'reduce' : 'no-preference';
      features.push({ name: 'prefers-reduced-motion', value });
    }
    await this.send('Emulation.setEmulatedMedia', { features });
  }

  async close(): Promise<void> {
    await this.devtools.send('Target.closeTarget', { targetId: this.targetId });
  }
}

export interface Found {
  node: number;
  name: string;
  value: string;
  /** checked, disabled, focused, expanded … */
  state: Record<string, unknown>;
}
