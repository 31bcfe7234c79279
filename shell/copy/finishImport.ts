import type { IDBPDatabase } from 'idb';
import { leftAfter } from '../../core/copy/forgotten.ts';
import { mergedPairs } from '../../core/copy/preview.ts';
import type { UnfinishedOf } from '../../core/copy/unfinished.ts';
import { importFrom } from '../../core/personal/settingsFile.ts';
import type { Filed } from '../../core/records/filed.ts';
import { dayKey } from '../../core/records/history.ts';
import { keptTrial } from '../../core/trial/trial.ts';
import { localAt } from '../clock.ts';
import { within } from '../limits.ts';
import { inUse, replaceAll } from '../settingsFile.ts';
import { databasesOfLog, LONG_MS, openForPage } from '../storage/databasesOfLog.ts';
import { DAYS, KEPT, STORE } from '../storage/logDatabase.ts';
import { begin } from './begin.ts';
import { rangesOfEntries } from './bundleDays.ts';
import { NotDone } from './outbox.ts';
import { forgetIn } from './rows.ts';
import { STAGED, type StagedFile, stagedRange, toBeDone } from './takeStaged.ts';

type Begun = UnfinishedOf<'import'>;

/**
 * Ends what takeStaged() has begun. If the log has the days of the file, the rest follows. If not, the person
 * cancelled it, or the page was closed, or it failed: then nothing has changed, and the file is forgotten.
 */
export async function finishImport(begun: Begun): Promise<void> {
  const names = await databasesOfLog(LONG_MS);
  for (const name of names) {
    const db = await openForPage(name, LONG_MS);
    try {
      const file: StagedFile | undefined = await db.get(STORE, STAGED);
      if (file?.stamp !== begun.stamp) continue;
      if (file.taken) {
        await takeSettings(file, begun);
        if (begun.replaces) {
          await replaceWaiting(begun);
          await withoutCopied(db, begun);
          for (const other of names) if (other !== name) await emptied(other, begun);
        }
      }
      await within(db.delete(STORE, stagedRange()), 'indexedDB.delete', LONG_MS);
    } finally {
      db.close();
    }
  }
}

async function takeSettings(
  { settings: text }: StagedFile,
  { withSettings, replaces }: Begun,
): Promise<void> {
  if (text === null) return;
  const before = await inUse();
  const imported = importFrom(text, before);
  if (!imported.ok) {
    if (imported.problem === 'empty') return;
    throw new NotDone(imported.problem);
  }
  const { tension } = imported;
  const pairs = tension && { ...tension, pairs: mergedPairs(before.tension.pairs, tension.pairs) };
  const parts = {
    preferences: withSettings ? imported.preferences : null,
    massage: withSettings ? imported.massage : null,
    tension: replaces ? tension : pairs,
    trial: replaces ? imported.trial : keptTrial(before.trial, imported.trial),
  };
  const reply = await replaceAll(withSettings ? imported.settings : before.settings, parts);
  if (!reply.ok) throw new NotDone('settings');
}

/** All that there was, of every day. */
const allUntil = (untilMs: number) => ({ from: -1e6, to: 1e6, untilMs });

/** What the background has of the time before the import goes. */
async function replaceWaiting(begun: Begun): Promise<void> {
  const { untilMs } = begun;
  const isDeleted = (entry: unknown) => leftAfter(entry, allUntil(untilMs)).length === 0;
  const today = dayKey(localAt(untilMs).date);
  await begin(
    (outbox) => {
      const { span } = outbox;
      const after = span && {
        ...span,
        fromMs: Math.max(span.fromMs, untilMs),
        awaySeconds: span.fromMs < untilMs ? 0 : span.awaySeconds,
      };
      return {
        outbox: {
          ...outbox,
          entries: outbox.entries.filter((entry) => !isDeleted(entry)),
          span: after,
        },
        begun: { ...begun, taken: true },
        isWhole: (key) => key < today,
        isDeleted,
      };
    },
    (left) => left?.is === 'import' && left.taken,
  );
}

/** Deletes what waited then, and was copied meanwhile. The days of the file are in rows of their own. */
async function withoutCopied(db: IDBPDatabase, { untilMs }: Begun): Promise<void> {
  const all = db.transaction([STORE, DAYS], 'readwrite');
  const [store, totals] = [all.objectStore(STORE), all.objectStore(DAYS)];
  const work = Promise.all(
    rangesOfEntries().map(async ({ from, to }) => {
      const rows: Filed[] = await store.getAll(IDBKeyRange.bound(from, to, false, true));
      for (const { id, days, entry } of rows) {
        if (leftAfter(entry, allUntil(untilMs)).length > 0) continue;
        toBeDone(store.delete(id));
        toBeDone(totals.delete(IDBKeyRange.bound(Math.min(...days) - 1, Math.max(...days) + 1)));
      }
    }),
  );
  await within(Promise.all([work, all.done]), 'indexedDB.delete', LONG_MS);
}

/** Deletes all that a database has of the time before the import. */
async function emptied(name: string, { untilMs }: Begun): Promise<void> {
  await forgetIn(name, allUntil(untilMs), () => undefined);
  const db = await openForPage(name, LONG_MS);
  try {
    await within(Promise.all([db.clear(DAYS), db.clear(KEPT)]), 'indexedDB.clear', LONG_MS);
  } finally {
    db.close();
  }
}
