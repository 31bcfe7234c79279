import type { Settings, SettingsPatch } from '../../core/records/settings.ts';
import type { PromptStyle } from './promptStyles.ts';

/** How insistent Exhale is when a break is due, the quietest first. */
export const MANNERS = ['gentle', 'standard', 'firm'] as const;
export type Manner = (typeof MANNERS)[number];

type Asking = Pick<Settings, 'promptStyle' | 'puttingOff'>;

export function mannerOf({ promptStyle, puttingOff }: Asking): Manner {
  if (puttingOff === 'firm') return 'firm';
  return promptStyle === 'icon' ? 'gentle' : 'standard';
}

/**
 * The style to ask with if none was chosen and the icon is not enough. Firefox has no small window, because
 * it would take the keyboard.
 */
const usualStyle = (offered: readonly PromptStyle[], notificationsAllowed: boolean | null) => {
  if (offered.includes('smallWindow')) return 'smallWindow';
  return notificationsAllowed === true ? 'notification' : 'tab';
};

/** The settings for a manner. The chosen style is kept if possible. */
export function mannerPatch(
  manner: Manner,
  { promptStyle, puttingOff }: Asking,
  offered: readonly PromptStyle[],
  notificationsAllowed: boolean | null,
): SettingsPatch {
  const easier = puttingOff === 'firm' ? 'easy' : puttingOff;
  if (manner === 'gentle') return { puttingOff: easier, promptStyle: 'icon' };
  return {
    puttingOff: manner === 'firm' ? 'firm' : easier,
    promptStyle: promptStyle === 'icon' ? usualStyle(offered, notificationsAllowed) : promptStyle,
  };
}
