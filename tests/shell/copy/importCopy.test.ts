import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { UNFINISHED_KEY } from '../../../core/copy/unfinished.ts';
import type { Entry } from '../../../core/records/entry.ts';
import { encode } from '../../../core/records/envelope.ts';
import { decodeAll } from '../../../core/records/stored.ts';
import { dayNumber } from '../../../core/time.ts';
import { finishBegun } from '../../../shell/copy/finish.ts';
import { giveUpCopy, isCopy, readCopy, takeCopy } from '../../../shell/copy/importCopy.ts';
import { keepTotals, readDays } from '../../../shell/storage/dayTotals.ts';
import { copyEntries } from '../../../shell/storage/logDatabase.ts';
import { loadPageRecord } from '../../../shell/storage/pageRecords.ts';
import { at, span } from '../../core/days/entries.ts';
import { begins } from '../../entrypoints/background/stories.ts';
import { browser, useBackground } from '../withBackground.ts';
import { closing } from './closing.ts';
import {
  allEntries,
  idsNow,
  kept,
  meanwhile,
  never,
  quiet,
  usePageWithDays,
  waits,
} from './pageWithDays.ts';
import {
  ENTRIES,
  emptied,
  everything,
  fileOf,
  filled,
  previewOf,
  QUIETLY,
  saved,
  take,
  totals,
} from './profile.ts';

useBackground();
usePageWithDays();

describe('an import', () => {
  it('into an empty profile gives the same log, totals and records', async () => {
    const { file, was } = await filled();
    await emptied();
    expect(await isCopy(file)).toBe(true);
    const preview = await previewOf(file);
    expect(preview).toMatchObject({
      days: {
        days: 3,
        newDays: 3,
        entries: 6,
        newEntries: 6,
        from: '2026-02-21',
        to: '2026-02-23',
      },
      newAnswers: 1,
      newTrial: true,
    });
    expect(preview.settings).toEqual(
      expect.arrayContaining(['snoozeMinutes', 'scene', 'ownBreaks']),
    );
    expect(await idsNow()).toEqual([]);
    await take(preview);
    expect(await everything()).toEqual(was);
  });

  it('names no setting that stays as an organization has locked it', async () => {
    const { file } = await filled();
    await emptied();
    const free = await previewOf(file);
    expect(free.settings).toContain('snoozeMinutes');
    browser.data.managed = { locked: { snoozeMinutes: 5 } };
    await browser.happens('storage.managed.onChanged', {});
    const preview = await previewOf(file);
    expect(preview.settings).toEqual(free.settings?.filter((name) => name !== 'snoozeMinutes'));
    await take(preview);
    expect(decodeAll(browser.data.local).settings.snoozeMinutes).toBe(5);
  });

  it('carries nothing of what the person has read or was shown', async () => {
    const { file } = await filled();
    expect(await file.text()).not.toMatch(/careRead|offered|keeping/);
    await emptied();
    await take(await previewOf(file));
    expect((await loadPageRecord('preferences')).value.careRead.holds).toBe(false);
    expect((await loadPageRecord('tension')).value.offered).toBe(false);
  });

  it('a second time changes nothing', async () => {
    const { file, was } = await filled();
    await emptied();
    await take(await previewOf(file));
    const again = await previewOf(file);
    expect(again).toMatchObject({
      days: { newDays: 0, newEntries: 0 },
      settings: [],
      newAnswers: 0,
      newTrial: false,
    });
    await take(again);
    expect(await everything()).toEqual(was);
    await take(await previewOf(file), { replaces: true });
    expect(await everything()).toEqual(was);
  });

  it('adds to what is here, and leaves that as it is', async () => {
    const { file, was } = await filled();
    await emptied();
    const mine = [span('2026-02-21T14:00', '2026-02-21T15:00', { id: 'mine' })];
    await kept(mine);
    await totals();
    const other = { ...ENTRIES[1], how: 'told' } as Entry;
    waits([other]);
    const preview = await previewOf(file);
    expect(preview.days).toMatchObject({ entries: 6, newEntries: 5 });
    await take(preview, { withSettings: false });
    expect(await idsNow()).toEqual([...was.entries.map(({ id }) => id), 'mine'].sort());
    expect((await allEntries()).find(({ id }) => id === 'rest')).toEqual(other);
    expect(decodeAll(browser.data.local).settings.snoozeMinutes).toBe(5);
    const day = (await totals()).days.find((each) => each.day === dayNumber('2026-02-21'));
    expect(day?.screenSeconds).toBe(5400);
  });

  it('works out the totals again of every day that an added span touches', async () => {
    await begins(browser);
    await kept([span('2026-02-18T09:00', '2026-02-21T10:00', { id: 'long' })]);
    const file = await saved();
    await emptied();
    await kept(
      ['18', '19', '20'].map((day) => span(`2026-02-${day}T01:00`, `2026-02-${day}T02:00`)),
    );
    await totals();
    await take(await previewOf(file));
    const { days } = await totals();
    expect(days.map(({ screenSeconds }) => screenSeconds / 3600)).toEqual([16, 25, 25, 10]);
  });

  it('that replaces takes the totals that an older database kept', async () => {
    await begins(browser);
    const file = await saved();
    await kept([span('2026-02-18T09:00', '2026-02-18T10:00')]);
    await keepTotals((await totals()).days);
    await copyEntries('exhale-log-2026-02-25', [span('2026-02-25T09:00', '2026-02-25T10:00')]);
    waits([], { databases: ['exhale-log', 'exhale-log-2026-02-25'] });
    expect((await totals()).days).toHaveLength(2);
    await take(await previewOf(file), { replaces: true });
    expect((await totals()).days).toEqual([]);
  });

  it('replaces what is here up to now', async () => {
    const { file, was } = await filled();
    await emptied();
    await kept([span('2026-02-01T14:00', '2026-02-01T15:00', { id: 'copied' })]);
    waits([span('2026-02-02T14:00', '2026-02-02T15:00', { id: 'waits' })]);
    browser.data.local['day:2026-01-20'] = encode({
      breaks: [],
      rests: [{ endedAtMs: at('2026-01-20T10:00'), seconds: 600 }],
    });
    await totals();
    await take(await previewOf(file), { replaces: true });
    expect(await everything()).toEqual(was);
    expect(browser.data.local['day:2026-01-20']).toBeUndefined();
  });

  it('keeps totals of days without entries', async () => {
    await begins(browser);
    await kept(ENTRIES);
    const [first] = (await totals()).days;
    if (first === undefined) throw new Error('no day');
    await keepTotals([{ ...first, day: dayNumber('2020-05-01') }]);
    const file = await saved();
    await emptied();
    await take(await previewOf(file));
    const { days } = await readDays(dayNumber('2020-01-01'), dayNumber('2020-12-31'));
    expect(days).toEqual([{ ...first, day: dayNumber('2020-05-01') }]);
  });

  it('that is given up leaves things as they were', async () => {
    const { file } = await filled();
    await emptied();
    const before = structuredClone(browser.data.local);
    const cancel = new AbortController();
    await expect(meanwhile(readCopy(file, () => cancel.abort(), cancel.signal))).rejects.toThrow();
    await previewOf(file);
    await meanwhile(giveUpCopy());
    expect(await idsNow()).toEqual([]);
    expect(browser.data.local).toEqual(before);
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('exhale-log');
      opening.onsuccess = () => resolve(opening.result);
    });
    const count = db.transaction('entries').objectStore('entries').count();
    await new Promise((resolve) => count.addEventListener('success', resolve));
    expect(count.result).toBe(0);
    db.close();
  });

  it.each([
    ['that is cut off', (text: string) => text.slice(0, -20), 'notJson'],
    ['of a newer version', (text: string) => text.replace('"version":1', '"version":9'), 'newer'],
    [
      'whose settings are wrong',
      (text: string) => text.replace('"snoozeMinutes":12', '"snoozeMinutes":1e9'),
      'refused',
    ],
    [
      'whose settings reach for a prototype',
      (text: string) => text.replace('"snoozeMinutes":12', '"__proto__":{}'),
      'refused',
    ],
    [
      'whose entry is wrong',
      (text: string) => text.replace('"is":"rest"', '"is":"site"'),
      'refused',
    ],
    [
      'with spans that overlap',
      (text: string) =>
        text.replace(
          '{"is":"rest"',
          `${JSON.stringify({ ...ENTRIES[0], id: 'again' })},{"is":"rest"`,
        ),
      'refused',
    ],
  ])('of a file %s is refused, and changes nothing', async (_, change, problem) => {
    const { file, was } = await filled();
    const wrong = fileOf(change(await file.text()));
    expect(await meanwhile(readCopy(wrong, quiet, never))).toMatchObject({ ok: false, problem });
    expect(await everything()).toEqual(was);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('of a file of 200 MB is refused before it is opened', async () => {
    await begins(browser);
    const large = Object.defineProperty(fileOf('{"is":"exhale-data"'), 'size', { value: 2e8 });
    const slice = vi.spyOn(large, 'slice');
    expect(await meanwhile(readCopy(large, quiet, never))).toEqual({
      ok: false,
      problem: 'tooLarge',
    });
    expect(slice).not.toHaveBeenCalled();
  });

  it('of bytes that are no text is refused', async () => {
    await begins(browser);
    const file = new File([new Uint8Array([0x7b, 0xff, 0x22, 0x00, 0xd8])], 'x.json');
    expect(await meanwhile(readCopy(file, quiet, never))).toEqual({
      ok: false,
      problem: 'notText',
    });
  });

  it.each([true, false])(
    'is whole or has not begun, whichever call the page was closed at (replaces: %s)',
    async (replaces) => {
      const { file, was } = await filled();
      await emptied();
      const start = browser.snapshot();
      const seen = new Set<string>();
      let before: Awaited<ReturnType<typeof everything>> | null = null;
      let hasEnded = false;
      for (let closedAt = 1; !hasEnded; closedAt++) {
        browser.restore(start);
        vi.stubGlobal('indexedDB', new IDBFactory());
        await kept([span('2026-02-21T14:00', '2026-02-21T15:00', { id: 'mine' })]);
        before ??= await everything();
        const page = closing(closedAt);
        await meanwhile(
          readCopy(file, quiet, never)
            .then((found) =>
              found.ok ? takeCopy(found, { replaces, withSettings: true }, QUIETLY) : undefined,
            )
            .catch(quiet),
        );
        hasEnded = page.ended();
        await meanwhile(finishBegun());
        const after = await everything();
        const ids = after.entries.map(({ id }) => id);
        const isBefore = !ids.includes('night');
        if (isBefore) expect(after, `closed at ${closedAt}`).toEqual(before);
        else {
          expect(ids.includes('mine')).toBe(!replaces);
          expect(ids.filter((id) => id !== 'mine')).toEqual(was.entries.map(({ id }) => id));
          expect({ ...after, entries: [], totals: [] }).toEqual({
            ...was,
            entries: [],
            totals: [],
          });
        }
        seen.add(String(isBefore));
        expect(browser.data.local[UNFINISHED_KEY]).toBeUndefined();
      }
      expect(seen.size).toBe(2);
    },
  );
});
