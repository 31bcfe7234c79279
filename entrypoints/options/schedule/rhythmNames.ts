import { DEFAULT_SETTINGS, type RhythmId, type Settings } from '../../../core/records/settings.ts';
import { t } from '../../../shell/words/t.ts';
import type { RhythmOffer } from './RhythmRow.tsx';

/** The rhythms that come with Exhale, in order. */
export const USUAL_IDS = ['short', 'long'] as const;
type UsualId = (typeof USUAL_IDS)[number];

const isUsual = (id: RhythmId): id is UsualId => (USUAL_IDS as readonly string[]).includes(id);

/** Sensible lengths and intervals, judging by the studies. */
const OFFERS: Record<UsualId | 'own', RhythmOffer> = {
  short: { intervalMinutes: { min: 15, max: 120 }, breakSeconds: { min: 20, max: 180 } },
  long: { intervalMinutes: { min: 30, max: 180 }, breakSeconds: { min: 120, max: 900 } },
  own: { intervalMinutes: { min: 15, max: 180 }, breakSeconds: { min: 20, max: 900 } },
};

export const offerOf = (id: RhythmId): RhythmOffer => OFFERS[isUsual(id) ? id : 'own'];

/** First the usual ones, then own ones in the order in which they were made, see `newRhythmId`. */
export function idsInOrder(rhythms: Settings['rhythms']): RhythmId[] {
  const own = Object.keys(rhythms).filter((id) => !isUsual(id));
  return [...USUAL_IDS.filter((id) => id in rhythms), ...own.sort()];
}

export function rhythmName(id: RhythmId, ids: readonly RhythmId[]): string {
  if (isUsual(id)) return t(`settings_rhythm_${id}`);
  const own = ids.filter((one) => !isUsual(one));
  if (own.length === 1) return t('settings_rhythm_own');
  return t('settings_rhythm_own_number', String(own.indexOf(id) + 1));
}

export const removable = (id: RhythmId): boolean => !isUsual(id);

/** Between the usual two. The person will change it. */
export const NEW_RHYTHM = {
  ...DEFAULT_SETTINGS.rhythms.short,
  intervalMinutes: 90,
  breakSeconds: 180,
};
