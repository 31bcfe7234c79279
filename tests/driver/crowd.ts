import type { Browser } from './browser.ts';
import { site } from './site.ts';
import { until } from './wait.ts';

export const CROWD = { tabs: 200, windows: 50 };
const TABS_EACH = CROWD.tabs / CROWD.windows;

/** Many windows with some tabs each, as a person has who never closes one. */
export class Crowd {
  private switches = 0;

  private constructor(
    private readonly browser: Browser,
    private readonly tabs: string[],
  ) {}

  static async open(browser: Browser): Promise<Crowd> {
    const url = await site('/reading');
    const tabs: string[] = [];
    for (let tab = 0; tab < CROWD.tabs; tab++) {
      const wish = { url, newWindow: tab % TABS_EACH === 0 };
      tabs.push((await browser.devtools.send('Target.createTarget', wish)).targetId);
    }
    await until('all tabs are open', async () => {
      const open = (await browser.targets()).map(({ targetId }) => targetId);
      return tabs.every((tab) => open.includes(tab));
    });
    return new Crowd(browser, tabs);
  }

  /** Shows one tab after the other, window by window. */
  async switchTabs(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      const targetId = this.tabs[this.switches++ % this.tabs.length];
      await this.browser.devtools.send('Target.activateTarget', { targetId });
    }
  }

  async close(): Promise<void> {
    for (const tab of this.tabs) await this.browser.closeTarget(tab);
  }
}
