import { language } from '../../shell/words/t.ts';
import { PARTS } from './usePlace.ts';

export interface FoundRow {
  row: HTMLElement;
  label: string;
  /** The section it stands in. */
  part: (typeof PARTS)[number];
}

/** Without case and accents, so that “resume” finds “résumé”. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(language());

const labelOf = (row: HTMLElement): string =>
  row.dataset.rowLabel || (row.querySelector('[data-row-label]')?.textContent ?? '');

/** The rows whose label, hint or choices have every word of the query; those with the label first. */
export function findRows(root: HTMLElement, query: string): FoundRow[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const has = (text: string) => words.every((word) => plain(text).includes(word));
  const found: (FoundRow & { byLabel: boolean })[] = [];
  for (const part of PARTS) {
    const rows = root.querySelectorAll<HTMLElement>(`#${part} [data-row]`);
    for (const row of rows) {
      const label = labelOf(row);
      const byLabel = has(label);
      if (byLabel || has(`${label} ${row.textContent}`)) found.push({ row, label, part, byLabel });
    }
  }
  return [...found.filter(({ byLabel }) => byLabel), ...found.filter(({ byLabel }) => !byLabel)];
}
