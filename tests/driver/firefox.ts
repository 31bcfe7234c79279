import { launch, type Page as Tab } from 'puppeteer-core';

export type Preferences = Record<string, string | number | boolean>;

/** The part of puppeteer's connection that is needed here. It has no types for it. */
interface Connection {
  send(method: 'browsingContext.getTree', params: { maxDepth: number }): Promise<Tree>;
  emit(event: 'browsingContext.contextCreated', tab: Tree['result']['contexts'][number]): void;
}

interface Tree {
  result: { contexts: { context: string; url: string }[] };
}

const contextOf = (tab: Tab): string => (tab.mainFrame() as unknown as { _id: string })._id;

/** A Firefox with its own profile, driven by WebDriver BiDi. It ends with its display, even after a crash. */
export class Firefox {
  private constructor(private readonly browser: Awaited<ReturnType<typeof launch>>) {}

  static async start(program: string, extraPrefsFirefox: Preferences): Promise<Firefox> {
    const browser = await launch({
      browser: 'firefox',
      executablePath: program,
      headless: false,
      defaultViewport: null,
      timeout: 90_000,
      args: ['--remote-allow-system-access'],
      // Without a language in the environment, windows have no titles that xdotool can find.
      env: { ...process.env, LANG: 'C.UTF-8' },
      extraPrefsFirefox,
    });
    return new Firefox(browser);
  }

  install(folder: string): Promise<string> {
    return this.browser.installExtension(folder);
  }

  async tabs(): Promise<Tab[]> {
    await this.noticeTabs();
    return this.browser.pages();
  }

  async isOpen(tab: Tab): Promise<boolean> {
    return (await this.openNow()).some(({ context }) => context === contextOf(tab));
  }

  /** On a busy machine, puppeteer misses the event of a tab that the extension opens. Its list of tabs has it. */
  private async noticeTabs(): Promise<void> {
    const open = await this.openNow();
    const known = (await this.browser.pages()).map(contextOf);
    for (const tab of open)
      if (!known.includes(tab.context)) this.connection.emit('browsingContext.contextCreated', tab);
  }

  private async openNow(): Promise<Tree['result']['contexts']> {
    return (await this.connection.send('browsingContext.getTree', { maxDepth: 0 })).result.contexts;
  }

  private get connection(): Connection {
    return (this.browser as unknown as { connection: Connection }).connection;
  }

  /** Opens a tab in front of the others. */
  newTab(): Promise<Tab> {
    return this.browser.newPage();
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
