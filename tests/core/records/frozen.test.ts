import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { COPY_VERSION } from '../../../core/copy/format.ts';
import { importFrom } from '../../../core/personal/settingsFile.ts';
import { type Decoded, VERSION } from '../../../core/records/envelope.ts';
import { decodePageRecord } from '../../../core/records/pageRecord.ts';
import { decode, RECORD_KEYS, type Stored } from '../../../core/records/stored.ts';
import { dayOf } from '../../../shell/storage/saveRecords.ts';
import { read } from '../copy/copies.ts';
import { FROZEN, PAGE_RECORDS } from './frozen.ts';

/** What today's code makes of a document. */
function meaningOf(kind: string, raw: unknown): unknown {
  const text = JSON.stringify(raw);
  switch (kind) {
    case 'day':
      return dayOf(raw);
    case 'settingsFile': {
      const { ok, ...imported } = importFrom(text);
      expect(ok, text).toBe(true);
      return imported;
    }
    case 'dataFile': {
      const { days, settings, refused } = read(text);
      expect(refused).toBeNull();
      return { ...(raw as object), days, settings: JSON.parse(settings ?? 'null') };
    }
  }
  const record = PAGE_RECORDS.get(kind);
  const decoded: Decoded<unknown> = record
    ? decodePageRecord(record, raw)
    : decode(kind as keyof Stored, raw);
  expect(decoded, text).toMatchObject({ is: 'ok' });
  return decoded.is === 'ok' ? decoded.value : null;
}

const inEnvelope = (raw: unknown): unknown => (Object(raw) as { value?: unknown }).value;

// Its rows have a test of their own: tests/shell/storage/frozenDatabase.test.ts.
const READ = FROZEN.filter(({ kind }) => kind !== 'database');

describe('what was ever stored', () => {
  it.each(READ)('is read without a loss: $kind of version $version', (file) => {
    const { kind, stored, means } = file;
    expect(stored.length).toBeGreaterThan(0);
    for (const [nth, raw] of stored.entries()) {
      const own = kind === 'dataFile' ? raw : inEnvelope(raw);
      const expected = means === undefined ? own : means[nth];
      expect(expected, 'settings files need `means`').toBeDefined();
      // Fields that came later have their default.
      const meaning = meaningOf(kind, raw);
      if (typeof expected === 'object' && expected !== null)
        expect(meaning).toMatchObject(expected);
      else expect(meaning).toEqual(expected);
    }
  });

  it.each(FROZEN)('stays as it is: $kind of version $version', ({ stored, sha256 }) => {
    const sum = createHash('sha256').update(JSON.stringify(stored)).digest('hex');
    expect(sha256, 'see tests/fixtures/README.md').toBe(sum);
  });
});

describe('each kind of document', () => {
  const kinds: [string, number][] = [
    ...[...RECORD_KEYS, ...PAGE_RECORDS.keys(), 'day', 'settingsFile'].map(
      (kind): [string, number] => [kind, VERSION],
    ),
    ['dataFile', COPY_VERSION],
    ['database', 1],
  ];

  it.each(kinds)('has a frozen one of the version that is written: %s-%i.json', (kind, version) => {
    const has = FROZEN.some((file) => file.kind === kind && file.version === version);
    expect(has, 'tests/fixtures/README.md says how to add it').toBe(true);
  });

  it('is known', () => {
    const known = kinds.map(([kind]) => kind);
    expect(FROZEN.map(({ kind }) => kind).filter((kind) => !known.includes(kind))).toEqual([]);
  });
});
