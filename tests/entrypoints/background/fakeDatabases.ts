import type { FakeBrowser } from './fakeBrowser.ts';
import type { Life } from './life.ts';
import { copy } from './own.ts';

type Row = { id: string };

class FakeRequest extends EventTarget {
  result: unknown = undefined;
  error: unknown = null;
  transaction: FakeTransaction | null = null;

  /** Ends it as the browser does. */
  ends(work: Promise<unknown>): Promise<void> {
    return work.then(
      (result) => {
        this.result = result;
        this.dispatchEvent(new Event('success'));
      },
      (error) => {
        this.error = error;
        this.dispatchEvent(new Event('error'));
      },
    );
  }
}

/** It is written in one call, as if nothing happened between its parts. */
class FakeTransaction extends EventTarget {
  readonly objectStoreNames = ['entries', 'days'];
  error: unknown = null;
  readonly puts: { row: Row; request: FakeRequest }[] = [];

  constructor(commit?: (rows: Row[]) => Promise<unknown>) {
    super();
    if (commit !== undefined) queueMicrotask(() => this.commits(commit));
  }

  objectStore(): FakeStore {
    return new FakeStore(this);
  }

  private async commits(commit: (rows: Row[]) => Promise<unknown>): Promise<void> {
    const work = commit(this.puts.map(({ row }) => row));
    await Promise.all(this.puts.map(({ row, request }) => request.ends(work.then(() => row.id))));
    await work.then(
      () => this.dispatchEvent(new Event('complete')),
      (error) => {
        this.error = error;
        this.dispatchEvent(new Event('abort'));
      },
    );
  }
}

class FakeStore {
  constructor(private readonly transaction?: FakeTransaction) {}

  createIndex(): FakeIndex {
    return new FakeIndex();
  }

  put(row: Row): FakeRequest {
    const request = new FakeRequest();
    this.transaction?.puts.push({ row: copy(row), request });
    return request;
  }

  /** Only pages store what is deleted. */
  delete(): FakeRequest {
    const request = new FakeRequest();
    void request.ends(Promise.resolve());
    return request;
  }
}

class FakeIndex {}
class FakeCursor {
  advance(): void {}
  continue(): void {}
  continuePrimaryKey(): void {}
}

class FakeDatabase extends EventTarget {
  constructor(private readonly commit: (rows: Row[]) => Promise<unknown>) {
    super();
  }

  createObjectStore(): FakeStore {
    return new FakeStore();
  }

  transaction(): FakeTransaction {
    return new FakeTransaction(this.commit);
  }

  close(): void {}
}

/** What a script finds of IndexedDB: as much as the background uses. */
export function databasesFor(browser: FakeBrowser, life: Life) {
  const all = () => browser.data.databases;
  const call = <T>(name: string, args: unknown[], effect: () => T) =>
    life.call(`indexedDB.${name}`, args, effect);

  function open(name: string): FakeRequest {
    const request = new FakeRequest();
    const db = new FakeDatabase((rows) =>
      call('put', [name, rows.length], () => {
        const found = all()[name];
        if (found === undefined) throw new DOMException('gone', 'InvalidStateError');
        for (const row of rows) found[row.id] = row;
      }),
    );
    const opened = call('open', [name], () => {
      const isNew = all()[name] === undefined;
      all()[name] ??= {};
      return isNew;
    });
    void request.ends(
      opened.then((isNew) => {
        request.result = db;
        request.transaction = new FakeTransaction();
        if (isNew)
          request.dispatchEvent(Object.assign(new Event('upgradeneeded'), { oldVersion: 0 }));
        return db;
      }),
    );
    return request;
  }

  function deleteDatabase(name: string): FakeRequest {
    const request = new FakeRequest();
    void request.ends(
      call('deleteDatabase', [name], () => {
        delete all()[name];
      }),
    );
    return request;
  }

  const databases = () =>
    call('databases', [], () => Object.keys(all()).map((name) => ({ name, version: 1 })));

  return {
    indexedDB: { open, deleteDatabase, databases },
    IDBRequest: FakeRequest,
    IDBTransaction: FakeTransaction,
    IDBDatabase: FakeDatabase,
    IDBObjectStore: FakeStore,
    IDBIndex: FakeIndex,
    IDBKeyRange: { bound: () => undefined },
    IDBCursor: FakeCursor,
  };
}
