import type { Settings, SettingsPatch } from '../../core/records/settings.ts';
import type { PromptStyle } from './promptStyles.ts';

/** How much of itself Exhale makes when a break is due, the quietest first. */
export const MANNERS = ['gentle', 'standard', 'firm'] as const;
export type Manner = (typeof MANNERS)[number];

type Asking = Pick<Settings, 'promptStyle' | 'firm'>;

export function mannerOf({ promptStyle, firm }: Asking): Manner {
  if (firm) return 'firm';
  return promptStyle === 'icon' ? 'gentle' : 'standard';
}

/** What is asked with where nothing was chosen and the icon alone is not enough. In Firefox a window would take the keyboard. */
const usualStyle = (offered: readonly PromptStyle[], notificationsAllowed: boolean | null) => {
  if (offered.includes('smallWindow')) return 'smallWindow';
  return notificationsAllowed === true ? 'notification' : 'tab';
};

/** The settings of a manner; what was chosen to ask with is kept where it can be. */
export function mannerPatch(
  manner: Manner,
  { promptStyle }: Asking,
  offered: readonly PromptStyle[],
  notificationsAllowed: boolean | null,
): SettingsPatch {
  if (manner === 'gentle') return { firm: false, promptStyle: 'icon' };
  return {
    firm: manner === 'firm',
    promptStyle: promptStyle === 'icon' ? usualStyle(offered, notificationsAllowed) : promptStyle,
  };
}
