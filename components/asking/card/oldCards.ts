import { shadowIn } from '../../../shell/shadowIn.ts';

/** Names the card in its shadow. */
export const WHO_ID = 'card-who';

/** Removes the cards of an Exhale that was updated. Their scripts may be dead, and they could not be answered. */
export function removeOldCards(): void {
  for (const host of document.querySelectorAll<HTMLElement>('div[popover="manual"]'))
    if (shadowIn(host)?.getElementById(WHO_ID)) host.remove();
}
