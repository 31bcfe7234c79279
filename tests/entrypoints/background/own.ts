/** Exhale's id and address in these tests. */
export const ID = 'abcdefghijklmnopabcdefghijklmnop';
export const ORIGIN = `chrome-extension://${ID}/`;

export interface Sender {
  id?: string;
  url?: string;
  tab?: { id: number };
  frameId?: number;
}

/** One of our own pages, as the browser describes it to the worker. */
export const pageSender = (page: string): Sender => ({ id: ID, url: `${ORIGIN}${page}` });

/** The card's script in the page with the card. */
export const cardSender = ({ data }: { data: { card: { tabId: number } | null } }): Sender => ({
  id: ID,
  url: 'https://example.org/',
  tab: { id: data.card?.tabId ?? -1 },
  frameId: 0,
});

/**
 * A copy of plain data, as it passes from one side of the browser to the other. `structuredClone` takes ten
 * times as long.
 */
export function copy<T>(value: T): T {
  if (typeof value === 'function') throw new TypeError(`${value} cannot be sent`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy) as T;
  const result: Record<string, unknown> = {};
  for (const key in value) result[key] = copy(value[key]);
  return result as T;
}
