import type { Settings } from '../../core/records/settings.ts';

export type PromptStyle = Settings['promptStyle'];

/** How Exhale can ask in this browser, the gentlest first. In Firefox a window would take the keyboard. */
export const OFFERED_STYLES: readonly PromptStyle[] = import.meta.env.FIREFOX
  ? ['notification', 'card', 'icon', 'tab']
  : ['smallWindow', 'notification', 'card', 'icon'];

/** What a choice amounts to here: where there is no small window, a notification if it may, else the icon alone. */
export function styleInUse(
  style: PromptStyle,
  offered: readonly PromptStyle[],
  notificationsAllowed: boolean | null,
): PromptStyle {
  if (style !== 'smallWindow' || offered.includes('smallWindow')) return style;
  return notificationsAllowed === true ? 'notification' : 'icon';
}
