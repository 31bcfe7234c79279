import { type View, view } from '../../core/engine/view.ts';
import type { Entry } from '../../core/records/entry.ts';
import { encode } from '../../core/records/envelope.ts';
import { type Day, dayKey, EMPTY_DAY } from '../../core/records/history.ts';
import { DATABASE, OUTBOX_KEY, type Outbox } from '../../core/records/outbox.ts';
import type { Settings, SettingsPatch } from '../../core/records/settings.ts';
import { decodeAll, type Loaded } from '../../core/records/stored.ts';
import { HOUR_MS, SECOND_MS } from '../../core/time.ts';
import { localAt } from '../../shell/clock.ts';
import type { Reply } from '../../shell/messages.ts';
import { settingsWith, workedFor } from './seed.ts';
import { until } from './wait.ts';

declare const browser: typeof import('../../shell/browser.ts').browser;

/** The past: time at the screen, records, and settings that differ from the quick ones of tests. */
export type Past = Partial<Parameters<typeof workedFor>[0]> & { settings?: SettingsPatch };

/** The optional permissions. */
export type Permission = 'notifications' | 'tabs' | 'scripting';

/** How long a break lasts after it was moved to its end. */
const LAST_SECONDS = 2;

/** A picture in the package. Its tab has the browser's API but no code of the product. */
export const INSIDE = 'icon/16.png';

/** Exhale in a browser: what it has stored, what it shows, and what it is told. */
export abstract class Exhale {
  /** The address of a file of the package. */
  abstract url(path: string): string;

  /** Runs a function in a page of the extension. It can use only its arguments and `browser`. */
  abstract evaluate<A extends unknown[], R>(
    work: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R>;

  /** Makes input, so that someone is at the computer. */
  protected abstract stir(): Promise<void>;

  /** Everything known about it, for the report of a failed test. */
  abstract describe(): Promise<unknown>;

  abstract close(): Promise<void>;

  raw(area: 'local' | 'session' = 'local'): Promise<Record<string, unknown>> {
    return this.evaluate((name) => browser.storage[name].get(), area);
  }

  async stored(): Promise<Loaded> {
    return decodeAll(await this.raw());
  }

  /** Today's history. */
  async today(): Promise<Day> {
    const raw = (await this.raw())[dayKey(localAt(Date.now()).date)];
    return (raw as { value: Day } | undefined)?.value ?? EMPTY_DAY;
  }

  /** Puts `many` entries before those that wait for the database of the log. */
  letWait(many: number): Promise<void> {
    const entries = Array.from({ length: many }, (_, nth): Entry => {
      const toMs = Date.now() - (many - nth) * HOUR_MS;
      return {
        is: 'rest',
        id: `waits-r${nth}`,
        fromMs: toMs,
        toMs,
        offsetMinutes: 0,
        how: 'natural',
      };
    });
    return this.logged(entries);
  }

  /** Puts entries before those that wait for the database of the log. */
  async logged(entries: readonly Entry[]): Promise<void> {
    const { value } = (await this.raw())[OUTBOX_KEY] as { value: Outbox };
    await this.store({
      [OUTBOX_KEY]: encode({ ...value, entries: [...entries, ...value.entries] }),
    });
  }

  /** The entries in the database of the log. */
  inDatabase(): Promise<Entry[]> {
    return this.evaluate(async (name) => {
      const result = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const found = await indexedDB.databases();
      if (found.every((one) => one.name !== name)) return [];
      const db = await result(indexedDB.open(name));
      const rows = await result(db.transaction('entries').objectStore('entries').getAll());
      db.close();
      return rows.flatMap(({ entry, entries }) => entries ?? [entry]);
    }, DATABASE);
  }

  /** What a popup would show if it opened now. */
  async view(): Promise<View> {
    const stored = await this.stored();
    const { state } = stored;
    if (state === null) throw new Error('there is no state');
    const atMs = Date.now();
    return view({ ...stored, state }, atMs, localAt(atMs));
  }

  async phase(): Promise<View['phase']> {
    return (await this.view()).phase;
  }

  /** Why nothing is asked now. */
  async silence(): Promise<string | undefined> {
    return (await this.view()).silence?.reason;
  }

  /** Sends a message as one of Exhale's pages. */
  tell(message: unknown): Promise<Reply> {
    return this.evaluate(
      (told) => browser.runtime.sendMessage(told) as Promise<Reply>,
      message as object,
    );
  }

  /** Stores records in place of those that are there. */
  store(records: Record<string, unknown>): Promise<void> {
    return this.evaluate((values) => browser.storage.local.set(values), records);
  }

  /** As if a crash had cut these records off. */
  lose(keys: string[]): Promise<void> {
    return this.evaluate((names) => browser.storage.local.remove(names), keys);
  }

  /** Stores a past, and applies the settings as an import does. */
  async begin(past: Past = {}): Promise<Settings> {
    const settings = settingsWith(past.settings);
    // The records say that there was input just now, so there must be some.
    await this.stir();
    await until('the past is stored', async () => {
      // The answer comes after everything before it was handled.
      await this.tell({ type: 'changeSettings', patch: {} });
      return this.seed(past, settings);
    });
    return settings;
  }

  /** False if an event overwrote the past, because it was being handled just then. */
  private async seed({ minutesAtScreen = 0, ...past }: Past, settings: Settings) {
    const before = (await this.stored()).state?.screenSinceMs;
    const today = dayKey(localAt(Date.now()).date);
    const worked = workedFor({ minutesAtScreen, ...past }, Date.now());
    await this.store({ ...worked, [today]: encode(EMPTY_DAY) });
    const reply = await this.tell({ type: 'replaceSettings', settings });
    if (!reply.ok) throw new Error(`the settings were refused: ${JSON.stringify(reply)}`);
    return (await this.stored()).state?.screenSinceMs !== before;
  }

  /** Moves the clock of the current break, so that these seconds have passed, settling included. */
  async moveBreakTo(seconds: number): Promise<void> {
    const running = async () => (await this.stored()).state?.break;
    const before = await running();
    if (!before) throw new Error('no break runs');
    const { startedAtMs, endsAtMs } = before;
    await until('the clock of the break is moved', async () => {
      const { state } = await this.stored();
      if (state?.break?.startedAtMs === startedAtMs) {
        const atMs = Date.now() - seconds * SECOND_MS;
        const moved = { startedAtMs: atMs, endsAtMs: atMs + endsAtMs - startedAtMs };
        await this.store({ state: encode({ ...state, break: { ...state.break, ...moved } }) });
      }
      // An event that was being handled just then puts the clock back. The answer comes after it.
      const { ok } = await this.tell({ type: 'changeSettings', patch: {} });
      return ok && (await running())?.startedAtMs !== startedAtMs;
    });
  }

  /**
   * Moves the clock of the current break close to its end. The page must still see it move, or it would think
   * that the break was ended elsewhere.
   */
  async moveBreakToEnd(): Promise<void> {
    const { endsAtMs = 0, startedAtMs = 0 } = (await this.stored()).state?.break ?? {};
    await this.moveBreakTo((endsAtMs - startedAtMs) / SECOND_MS - LAST_SECONDS);
  }

  /** The tooltip of the toolbar icon. */
  title(): Promise<string> {
    return this.evaluate(() => browser.action.getTitle({}));
  }

  /** The icon's picture. The browser does not tell it, but Exhale remembers it. */
  async icon(): Promise<string> {
    return ((await this.raw('session')).painted as { icon: string }).icon;
  }

  alarms(): Promise<{ name: string; scheduledTime: number }[]> {
    return this.evaluate(() => browser.alarms.getAll());
  }

  /** Whether the person has given a permission. */
  mayUse(permission: Permission): Promise<boolean> {
    return this.evaluate(
      (name) => browser.permissions.contains({ permissions: [name] }),
      permission,
    );
  }

  /** Gives a permission back. */
  async giveBack(permission: Permission): Promise<void> {
    await this.evaluate((name) => browser.permissions.remove({ permissions: [name] }), permission);
  }

  /** The state after an install: nothing stored, nothing shown, no optional permission. */
  protected async forget(): Promise<void> {
    // Told, because an event that is being handled would write a break or a prompt back.
    await until('all is erased', async () => (await this.tell({ type: 'eraseEverything' })).ok);
    await this.evaluate(async () => {
      await browser.storage.local.clear();
      await browser.storage.session.clear();
      await browser.storage.sync.clear();
      for (const { name } of await indexedDB.databases())
        if (name !== undefined) indexedDB.deleteDatabase(name);
      await browser.action.setBadgeText({ text: '' });
      for (const id of Object.keys((await browser.notifications?.getAll()) ?? {}))
        await browser.notifications.clear(id);
      const { permissions = [], host_permissions = [] } = browser.runtime.getManifest();
      const own = [...permissions, ...(host_permissions as string[])];
      const all = await browser.permissions.getAll();
      const allowed = (given: string[] = []) => given.filter((name) => !own.includes(name));
      const optional = { permissions: allowed(all.permissions), origins: allowed(all.origins) };
      await browser.permissions.remove(optional as object);
    });
  }

  /** The ids of the visible notifications. */
  notifications(): Promise<string[]> {
    return this.evaluate(async () => Object.keys((await browser.notifications?.getAll()) ?? {}));
  }
}
