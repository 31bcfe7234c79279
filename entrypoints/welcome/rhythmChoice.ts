import { isSame } from '../../core/own.ts';
import {
  CAREFUL,
  DEFAULT_SETTINGS,
  type Settings,
  type SettingsPatch,
} from '../../core/records/settings.ts';

export type RhythmChoice = 'usual' | 'careful' | 'own';

const { short, long } = DEFAULT_SETTINGS.rhythms;
/** Every second break is a long one, within the largest interval. */
const LATEST_LONG_MINUTES = 240;

function intervals(choice: RhythmChoice, ownMinutes: number): { short: number; long: number } {
  if (choice === 'usual')
    return { short: short?.intervalMinutes ?? 30, long: long?.intervalMinutes ?? 60 };
  if (choice === 'careful')
    return {
      short: CAREFUL.rhythms?.short?.intervalMinutes ?? 25,
      long: CAREFUL.rhythms?.long?.intervalMinutes ?? 50,
    };
  return { short: ownMinutes, long: Math.min(2 * ownMinutes, LATEST_LONG_MINUTES) };
}

/** The usual two rhythms with the chosen intervals. */
export function rhythmPatch(choice: RhythmChoice, ownMinutes: number): SettingsPatch {
  const minutes = intervals(choice, ownMinutes);
  return {
    rhythms: {
      short: { ...short, intervalMinutes: minutes.short },
      long: { ...long, intervalMinutes: minutes.long },
    },
  } as SettingsPatch;
}

/** The choice after which the settings are exactly as they are; undefined if none leads there. */
export const exactChoice = ({ rhythms }: Settings): RhythmChoice | undefined =>
  (['usual', 'careful', 'own'] as const).find((choice) => {
    const wanted = rhythmPatch(choice, rhythms.short?.intervalMinutes ?? 0).rhythms;
    return isSame(wanted, rhythms);
  });

/** The choice that the settings correspond to. */
export function choiceOf({ rhythms }: Settings): { choice: RhythmChoice; minutes: number } {
  const minutes = rhythms.short?.intervalMinutes ?? 30;
  const fitting = (['usual', 'careful'] as const).find((choice) => {
    const wanted = intervals(choice, minutes);
    return minutes === wanted.short && rhythms.long?.intervalMinutes === wanted.long;
  });
  return { choice: fitting ?? 'own', minutes };
}
