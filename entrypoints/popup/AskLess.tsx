import { mannerOf } from '../../components/asking/manners.ts';
import { Button } from '../../components/kit/Button.tsx';
import { ASKS_A_DAY, askingLess } from '../../core/engine/askLess.ts';
import type { Settings, SettingsPatch } from '../../core/records/settings.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { duration } from '../../shell/words/durations.ts';
import { number, t } from '../../shell/words/t.ts';
import { Question } from './Question.tsx';

interface AskLessProps {
  settings: Settings;
  /** The settings that an organization has locked. */
  locked: Partial<Settings>;
  asksToday: number;
  /** Called once, with a change of the settings or without. */
  onAnswer: (patch: SettingsPatch | null) => void;
}

/** What can be offered: a longer interval, or the icon alone. */
function offersIn(settings: Settings, locked: Partial<Settings>) {
  const isFree = (name: keyof Settings) => !Object.hasOwn(locked, name);
  return {
    less: isFree('rhythms') ? askingLess(settings) : null,
    icon: mannerOf(settings) !== 'gentle' && isFree('promptStyle') && isFree('puttingOff'),
  };
}

export function canAskLess(settings: Settings, locked: Partial<Settings>): boolean {
  const { less, icon } = offersIn(settings, locked);
  return less !== null || icon;
}

/** Offers to remind less, without blame. Nothing changes by itself. */
export function AskLess({ settings, locked, asksToday, onAnswer }: AskLessProps) {
  const { less, icon } = offersIn(settings, locked);
  return (
    <Question
      title={t('enough_title')}
      answers={
        <>
          {less && (
            <Button look="link" onPress={() => onAnswer(less.patch)}>
              {t('enough_every', duration(less.minutes * MINUTE_MS))}
            </Button>
          )}
          {icon && (
            <Button
              look="link"
              onPress={() => onAnswer({ promptStyle: 'icon', puttingOff: 'easy' })}
            >
              {t('enough_gentle')}
            </Button>
          )}
          <Button look="quiet" size={28} onPress={() => onAnswer(null)}>
            {t('enough_leave')}
          </Button>
        </>
      }
    >
      <p>{asksToday >= ASKS_A_DAY ? t('enough_lead_day', number(asksToday)) : t('enough_lead')}</p>
    </Question>
  );
}
