/** Exhale's name and address in the browser of these tests. */
export const ID = 'abcdefghijklmnopabcdefghijklmnop';
export const ORIGIN = `chrome-extension://${ID}/`;

export interface Sender {
  id?: string;
  url?: string;
  tab?: { id: number };
  frameId?: number;
}

/** One of our own pages, as the browser names it to the worker. */
export const pageSender = (page: string): Sender => ({ id: ID, url: `${ORIGIN}${page}` });

/** The card's script, in the page that the card lies over. */
export const cardSender = ({ data }: { data: { card: { tabId: number } | null } }): Sender => ({
  id: ID,
  url: 'https://example.org/',
  tab: { id: data.card?.tabId ?? -1 },
  frameId: 0,
});
