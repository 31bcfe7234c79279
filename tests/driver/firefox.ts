import { launch, type Page as Tab } from 'puppeteer-core';

export type Preferences = Record<string, string | number | boolean>;

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

  tabs(): Promise<Tab[]> {
    return this.browser.pages();
  }

  /** Opens a tab in front of the others. */
  newTab(): Promise<Tab> {
    return this.browser.newPage();
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
