import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { encode } from '../../../core/records/envelope.ts';
import { finishBegun } from '../../../shell/copy/finish.ts';
import {
  giveUpCopy,
  type HowToTake,
  type Taken,
  takeCopy,
} from '../../../shell/copy/importCopy.ts';
import { tidy } from '../../../shell/copy/tidy.ts';
import { keepTotals } from '../../../shell/storage/dayTotals.ts';
import { copyEntries } from '../../../shell/storage/logDatabase.ts';
import { at, span } from '../../core/days/entries.ts';
import { browser, useBackground } from '../withBackground.ts';
import { closing, watching } from './closing.ts';
import { kept, meanwhile, pageCloses, quiet, usePageWithDays, waits } from './pageWithDays.ts';
import { emptied, everything, fileOf, filled, previewOf, QUIETLY, totals } from './profile.ts';

useBackground();
usePageWithDays();

const HOWS: HowToTake[] = [
  { replaces: false, withSettings: true },
  { replaces: true, withSettings: true },
];

/** Another profile than that of the file, with something in each place where days are kept. */
async function another(): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await kept([
    span('2026-02-21T14:00', '2026-02-21T15:00', { id: 'mine' }),
    span('2026-02-10T14:00', '2026-02-10T15:00', { id: 'gone' }),
  ]);
  await keepTotals((await totals()).days.slice(0, 1));
  await copyEntries('exhale-log-2026-02-25', [
    span('2026-02-25T09:00', '2026-02-25T10:00', { id: 'beside' }),
  ]);
  waits([span('2026-02-28T14:00', '2026-02-28T15:00', { id: 'waits' })], {
    databases: ['exhale-log'],
    begun: true,
  });
  browser.data.local['day:2026-01-20'] = encode({
    breaks: [],
    rests: [{ endedAtMs: at('2026-01-20T10:00'), seconds: 600 }],
  });
  await totals();
}

/** Every row of every database, and all that is stored beside them. */
async function allThere(): Promise<unknown> {
  const databases = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await answerOf(indexedDB.open(name));
    const rows = [];
    for (const store of db.objectStoreNames)
      rows.push([store, await answerOf(db.transaction(store).objectStore(store).getAll())]);
    db.close();
    databases.push([name, rows]);
  }
  return structuredClone([databases, browser.data.local]);
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

type End = Taken | 'cancelled' | 'failed';

/** Reads and takes over the file. `onCall` hears of each call that taking it over makes. */
async function takenOver(
  file: File,
  how: HowToTake,
  onCall: (cancel: () => void, name: string) => void,
): Promise<End> {
  const control = new AbortController();
  const preview = await previewOf(file);
  const end = watching((name) => onCall(() => control.abort(), name));
  const close = vi.spyOn(IDBDatabase.prototype, 'close').mockImplementation(function (
    this: IDBDatabase,
  ) {
    onCall(() => control.abort(), 'close');
    return closeOf.apply(this);
  });
  const { signal } = control;
  const taken = takeCopy(preview, how, { ...QUIETLY, signal }).catch(
    (error): End => (error === signal.reason ? 'cancelled' : 'failed'),
  );
  const ended = await meanwhile(taken);
  // What was read is deleted after that.
  await meanwhile(finishBegun());
  end();
  close.mockRestore();
  return ended;
}
const closeOf = IDBDatabase.prototype.close;

describe('an import that is cancelled', () => {
  it.each(HOWS)('changes nothing, or came too late, at whichever call ($replaces)', async (how) => {
    const { file } = await filled();
    await emptied();
    const start = browser.snapshot();
    await another();
    await takenOver(file, how, quiet);
    const whole = await everything();
    const ends: End[] = [];
    for (let cancelledAt = 1; ends.filter((end) => end === 'taken').length < 2; cancelledAt++) {
      browser.restore(start);
      await another();
      const before = await allThere();
      let calls = 0;
      const end = await takenOver(file, how, (cancel) => {
        if (++calls === cancelledAt) cancel();
      });
      ends.push(end);
      const message = `cancelled at ${cancelledAt}: ${end}`;
      if (end === 'cancelled') expect(await allThere(), message).toEqual(before);
      else expect(await everything(), message).toEqual(whole);
    }
    // As long as nothing is taken over for good, it can be cancelled.
    const order = ['cancelled', 'tooLate', 'taken'];
    expect(ends).toEqual([...ends].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(new Set(ends)).toEqual(new Set(order));
  });

  it('is told from one that fails', async () => {
    const { file } = await filled();
    await emptied();
    await another();
    const before = await allThere();
    let puts = 0;
    const end = await takenOver(file, { replaces: true, withSettings: true }, (_, name) => {
      if (name === 'put' && ++puts === 2) throw new DOMException('full', 'QuotaExceededError');
    });
    expect(end).toBe('notTaken');
    expect(await allThere()).toEqual(before);
  });

  it('can be read and taken over afterwards', async () => {
    const { file, was } = await filled();
    await emptied();
    const how = { replaces: true, withSettings: true };
    expect(await takenOver(file, how, (cancel) => cancel())).toBe('cancelled');
    expect(await takenOver(file, how, quiet)).toBe('taken');
    expect(await everything()).toEqual(was);
  });

  it('leaves nothing of a file whose preview was of another', async () => {
    const { file } = await filled();
    await emptied();
    await another();
    const old = await previewOf(file);
    await previewOf(fileOf(await file.text()));
    const before = await everything();
    expect(await meanwhile(takeCopy(old, { replaces: true, withSettings: true }, QUIETLY))).toBe(
      'notTaken',
    );
    expect(await everything()).toEqual(before);
  });
});

describe('an import whose page is closed', () => {
  it.each(HOWS)('is whole, or has changed nothing, at whichever call ($replaces)', async (how) => {
    const { file } = await filled();
    await emptied();
    const start = browser.snapshot();
    await another();
    await takenOver(file, how, quiet);
    await meanwhile(tidy());
    const whole = await everything();
    const seen = new Set<string>();
    let hasEnded = false;
    for (let closedAt = 1; !hasEnded; closedAt++) {
      browser.restore(start);
      await another();
      await meanwhile(tidy());
      const before = await allThere();
      const preview = await previewOf(file);
      let isTaken = false;
      const onTaken = () => {
        isTaken = true;
      };
      const page = closing(closedAt);
      await meanwhile(takeCopy(preview, how, { ...QUIETLY, onTaken }).catch(quiet));
      hasEnded = page.ended();
      await meanwhile(tidy());
      const message = `closed at ${closedAt}`;
      const hasNight = (await everything()).entries.some(({ id }) => id === 'night');
      if (hasNight) expect(await everything(), message).toEqual(whole);
      else expect(await allThere(), message).toEqual(before);
      expect(hasNight || !isTaken, message).toBe(true);
      seen.add(hasNight ? 'whole' : 'as it was');
    }
    expect(seen.size).toBe(2);
  });

  it('while it shows what is in the file leaves nothing of it, and another page waits for that', async () => {
    const { file } = await filled();
    await emptied();
    await another();
    await meanwhile(tidy());
    const before = await allThere();
    const preview = await previewOf(file);
    await meanwhile(tidy());
    expect(await allThere()).not.toEqual(before);
    await previewOf(file);
    pageCloses();
    await meanwhile(tidy());
    expect(await allThere()).toEqual(before);
    expect(
      await meanwhile(takeCopy(preview, { replaces: true, withSettings: true }, QUIETLY)),
    ).toBe('notTaken');
  });

  it('in which a file was given up leaves nothing of it either', async () => {
    const { file } = await filled();
    await emptied();
    await another();
    await meanwhile(tidy());
    const before = await allThere();
    await previewOf(file);
    await meanwhile(giveUpCopy());
    expect(await allThere()).toEqual(before);
    const taken = await previewOf(file);
    await meanwhile(tidy());
    expect(await meanwhile(takeCopy(taken, { replaces: true, withSettings: true }, QUIETLY))).toBe(
      'taken',
    );
  });
});
