import type { Settings } from '../../core/records/settings.ts';

export type PromptStyle = Settings['promptStyle'];

/**
 * The ways to ask in this browser, the gentlest first. Firefox has no small window, because it would take the
 * keyboard, and Safari no notifications.
 */
export const OFFERED_STYLES: readonly PromptStyle[] = import.meta.env.FIREFOX
  ? ['notification', 'card', 'icon', 'tab']
  : import.meta.env.SAFARI
    ? ['smallWindow', 'card', 'icon']
    : ['smallWindow', 'notification', 'card', 'icon'];

/** On most Linux desktops a window that does not ask for the keyboard opens behind the browser. */
export const HIDES_SMALL_WINDOWS = /\bLinux\b(?!.*\bAndroid\b)/.test(navigator.userAgent);

/**
 * The style that a choice leads to in this browser. Without the small window it is a notification if allowed,
 * otherwise a tab.
 */
export function styleInUse(
  style: PromptStyle,
  offered: readonly PromptStyle[],
  notificationsAllowed: boolean | null,
): PromptStyle {
  if (style !== 'smallWindow' || offered.includes('smallWindow')) return style;
  return notificationsAllowed === true ? 'notification' : 'tab';
}
