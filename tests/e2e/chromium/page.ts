import { writeFileSync } from 'node:fs';
import { click, type Point, press } from '../desk.ts';
import { until } from '../harness.ts';
import type { Answer, DevTools } from './devtools.ts';

/** A page that is looked at: what is in it, and where it lies on the display. */
export class Page {
  constructor(
    private readonly devtools: DevTools,
    readonly targetId: string,
    private readonly sessionId: string,
  ) {}

  send(method: string, params: object = {}): Promise<Answer> {
    return this.devtools.send(method, params, this.sessionId);
  }

  /** Runs a function within the page; it knows nothing but its arguments. */
  async evaluate<A extends unknown[], R>(
    work: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> {
    // The loader wraps functions that have a name, in a helper that the page does not have.
    const expression = `(() => { const __name = (it) => it; return (${work})(...${JSON.stringify(args)}); })()`;
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', options);
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** What can be read on it. */
  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden can't be read
    return this.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
  }

  /** Everything of a role whose accessible name fits, as assistive technology finds it. */
  async all(role: string, name: string | RegExp = /.*/): Promise<Found[]> {
    const { root } = await this.send('DOM.getDocument', { depth: 0 });
    const query = { nodeId: root.nodeId, role };
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

  /** Waits for the one of a role whose accessible name fits. */
  find(role: string, name?: string | RegExp): Promise<Found> {
    return until(`there is a ${role} ${name ?? ''}`, async () => (await this.all(role, name))[0]);
  }

  /** A real click of the pointer on it. */
  async click(role: string, name?: string | RegExp): Promise<void> {
    const { node } = await this.find(role, name);
    await this.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node });
    await click(await this.middleOf(node));
  }

  /** Goes there with the tab key alone. */
  async tabTo(role: string, name: string | RegExp): Promise<void> {
    await until(
      `the tab key reaches the ${role} ${name}`,
      async () => {
        if ((await this.all(role, name)).some(({ state }) => state.focused === true)) return true;
        await press('Tab');
        return false;
      },
      { seconds: 20 },
    );
  }

  /** Chosen with the keyboard, wherever it lies. */
  async choose(role: string, name?: string | RegExp): Promise<void> {
    const { node } = await this.find(role, name);
    await this.send('DOM.focus', { backendNodeId: node });
    await press('Return');
  }

  /** Where the middle of a node lies on the display. */
  async middleOf(node: number): Promise<Point> {
    const { left, top, right, bottom } = await this.boxOf(node);
    const origin = await this.origin();
    return { x: origin.x + (left + right) / 2, y: origin.y + (top + bottom) / 2 };
  }

  /** Where a node lies within the page, as far as that is in view. */
  async boxOf(node: number): Promise<Record<'left' | 'top' | 'right' | 'bottom', number>> {
    const { model } = await this.send('DOM.getBoxModel', { backendNodeId: node });
    const [left, top, , , right, bottom] = model.border;
    return { left, top, right, bottom };
  }

  /** Where the page's own corner lies on the display: browsers put their bars above it, and none below. */
  origin(): Promise<Point> {
    return this.evaluate(() => ({
      x: screenX + (outerWidth - innerWidth) / 2,
      y: screenY + outerHeight - innerHeight - (outerWidth - innerWidth) / 2,
    }));
  }

  /** What the page looks like, without what lies above it; all of it, however long it is. */
  async picture(file: string): Promise<void> {
    const { cssContentSize } = await this.send('Page.getLayoutMetrics');
    const clip = { ...cssContentSize, scale: 1 };
    const options = { format: 'png', captureBeyondViewport: true, clip };
    const { data } = await this.send('Page.captureScreenshot', options);
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  /** Waits for whatever fades or slides; what moves for longer goes on. */
  async settle(): Promise<void> {
    await this.evaluate(async (soonMs) => {
      const ending = document.getAnimations().filter(({ effect, currentTime }) => {
        const { endTime = 0 } = effect?.getComputedTiming() ?? {};
        return Number(endTime) - Number(currentTime) < soonMs;
      });
      await Promise.allSettled(ending.map(({ finished }) => finished));
    }, 3000);
  }

  /** As on a system that prefers these colours, and perhaps that nothing moves, or that has colours of its own. */
  async prefer(
    scheme: 'light' | 'dark',
    motion?: 'default' | 'reduced',
    colours: 'own' | 'forced' = 'own',
  ): Promise<void> {
    const features: { name: string; value: string }[] = [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: colours === 'forced' ? 'active' : 'none' },
    ];
    if (motion !== undefined) {
      const value = motion === 'reduced' ? 'reduce' : 'no-preference';
      features.push({ name: 'prefers-reduced-motion', value });
    }
    await this.send('Emulation.setEmulatedMedia', { features });
  }

  /** Stops looking, so that the page lives on as if nobody ever had. */
  async release(): Promise<void> {
    await this.devtools.send('Target.detachFromTarget', { sessionId: this.sessionId });
  }
}

export interface Found {
  node: number;
  name: string;
  value: string;
  /** checked, disabled, focused, expanded … */
  state: Record<string, unknown>;
}
