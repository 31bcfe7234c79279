import type { PageRecord } from '../../../core/records/pageRecord.ts';

/** Documents of one kind and version, as they were stored. See tests/fixtures/README.md. */
export interface Frozen {
  stored: unknown[];
  means?: unknown[];
  sha256: string;
}

const files = import.meta.glob<Frozen>('../../fixtures/stored/*.json', {
  eager: true,
  import: 'default',
});

/** Every file, with its kind and version. */
export const FROZEN = Object.entries(files).map(([path, file]) => {
  const [, kind = '', version = ''] = path.match(/(\w+)-(\d+)\.json$/) ?? [];
  return { kind, version: Number(version), ...file };
});

const isPageRecord = (value: unknown): value is PageRecord<unknown> =>
  typeof value === 'object' && value !== null && 'atFirst' in value && 'schema' in value;

const camelCase = (name: string): string =>
  name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const modules = import.meta.glob<Record<string, unknown>>('../../../core/**/*.ts', { eager: true });

/** Every record that pages or the background store by themselves, by its kind. */
export const PAGE_RECORDS = new Map(
  Object.values(modules)
    .flatMap((module) => Object.entries(module))
    .flatMap(([name, value]) => (isPageRecord(value) ? [[camelCase(name), value] as const] : [])),
);
