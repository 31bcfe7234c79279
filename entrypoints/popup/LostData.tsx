import { Button } from '../../components/kit/Button.tsx';
import type { Lost } from '../../core/records/written.ts';
import { language, t } from '../../shell/words/t.ts';
import { Question } from './Question.tsx';

interface LostDataProps {
  lost: readonly Lost[];
  onSettings: () => void;
  onLeave: () => void;
}

const IN_SETTINGS: readonly Lost[] = ['settings', 'preferences', 'everything'];

/** Says once, after a crash, what could not be read any more. */
export function LostData({ lost, onSettings, onLeave }: LostDataProps) {
  const list = new Intl.ListFormat(language(), { type: 'conjunction' });
  return (
    <Question
      title={t('lost_title')}
      answers={
        <>
          {lost.some((part) => IN_SETTINGS.includes(part)) && (
            <Button look="link" onPress={onSettings}>
              {t('lost_settings_open')}
            </Button>
          )}
          <Button look="quiet" size={28} onPress={onLeave}>
            {t('lost_done')}
          </Button>
        </>
      }
    >
      <p>
        {lost.every((part) => part === 'log')
          ? t('lost_log')
          : t('lost_lead', list.format(lost.map((part) => t(`lost_part_${part}`))))}
      </p>
    </Question>
  );
}
