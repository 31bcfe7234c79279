/**
 * The set-up's own helpers, with types: they are plain JavaScript, since they run before anything is
 * installed that could read types.
 */
interface Command {
  ROOT: string;
  say(line: string): void;
  atEnd(duty: () => unknown): void;
  runMain(main: () => Promise<number>): Promise<void>;
  runQuietly(label: string, command: string, args: string[]): Promise<void>;
}

interface System {
  ensureSystem<T extends string>(names: T[]): Promise<Record<T, string>>;
  ensureDisplay(wish: { unseen: boolean }): Promise<NodeJS.ProcessEnv>;
  sandboxArgs(): string[];
}

interface Builds {
  buildArgs(browser: 'chromium'): string[];
  distFolder(browser: 'chromium'): string;
}

const load = <T>(name: string): Promise<T> =>
  import(new URL(`../${name}.mjs`, import.meta.url).href) as Promise<T>;

export const { ROOT, say, atEnd, runMain, runQuietly } = await load<Command>('command');
export const { ensureSystem, ensureDisplay, sandboxArgs } = await load<System>('system');
export const { buildArgs, distFolder } = await load<Builds>('builds');
