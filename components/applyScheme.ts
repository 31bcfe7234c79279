import type { Settings } from '../core/records/settings.ts';

/** Applies the color scheme and motion that the person chose; theme.css does the rest. */
export function applyScheme(
  { scheme, motion }: Pick<Settings, 'scheme' | 'motion'>,
  root: HTMLElement = document.documentElement,
): void {
  if (scheme === 'system') delete root.dataset.scheme;
  else root.dataset.scheme = scheme;
  if (motion === 'system') delete root.dataset.motion;
  else root.dataset.motion = motion;
}
