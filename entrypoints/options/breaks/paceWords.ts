import { cycleSeconds } from '../../../core/breaks/breath.ts';
import type { Pattern } from '../../../core/patterns.ts';
import { number, t } from '../../../shell/words/t.ts';

const MINUTE_SECONDS = 60;

/** Breaths per minute for a length of breath, to one decimal. */
export const perMinute = (seconds: number): string =>
  number(Math.round((MINUTE_SECONDS / seconds) * 10) / 10);

/** “10 s a breath, 6 a minute”. */
export function breathInWords(pattern: Pattern): string {
  const seconds = cycleSeconds(pattern);
  return t('break_pace_now', number(seconds), perMinute(seconds));
}
