import { browser } from '../browser.ts';

interface Limited {
  setAccessLevel?: (wish: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
}

/** Keeps what is stored from every script in a web page, the card's included. Firefox can’t. */
export async function keepFromPages(): Promise<void> {
  await (browser.storage.local as Limited)
    .setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
    .catch(() => undefined);
}
