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
  asksToday: number;
  /** Called once, with a change of the settings or without. */
  onAnswer: (patch: SettingsPatch | null) => void;
}

/** Offers to remind less, without blame. Nothing changes by itself. */
export function AskLess({ settings, asksToday, onAnswer }: AskLessProps) {
  const less = askingLess(settings);
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
          {mannerOf(settings) !== 'gentle' && (
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
