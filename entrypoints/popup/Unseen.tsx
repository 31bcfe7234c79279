import { useState } from 'preact/hooks';
import type { PromptStyle } from '../../components/asking/promptStyles.ts';
import { Button } from '../../components/kit/Button.tsx';
import { t } from '../../shell/words/t.ts';
import { Question } from './Question.tsx';

/** Systems that may hold back notifications, each with its own advice. */
const SYSTEMS = ['win', 'mac', 'cros', 'linux'] as const;
type System = (typeof SYSTEMS)[number];

export interface UnseenProps {
  style: PromptStyle;
  /** The ways to ask in this browser. */
  offered: readonly PromptStyle[];
  /** The system's name in the browser. An unknown one is treated like a Linux desktop. */
  system: string;
  onSeen: () => void;
  onSettings: () => void;
}

/**
 * Browsers don't tell whether a prompt was seen. This asks people who did not answer, and says what may help.
 */
export function Unseen({ style, offered, system, onSeen, onSettings }: UnseenProps) {
  const [missed, setMissed] = useState(false);
  const known: System = SYSTEMS.find((each) => each === system) ?? 'linux';
  const inBrowser =
    style === 'card' ||
    style === 'tab' ||
    (style === 'smallWindow' && offered.includes('smallWindow'));
  const way = inBrowser ? style : (`notification_${known}` as const);
  return (
    <Question
      title={t('unseen_title')}
      answers={
        <>
          <Button look="link" onPress={missed ? onSettings : () => setMissed(true)}>
            {t(missed ? 'unseen_test' : 'unseen_no')}
          </Button>
          <Button look="quiet" size={28} onPress={onSeen}>
            {t(missed ? 'unseen_done' : 'unseen_yes')}
          </Button>
        </>
      }
    >
      {missed ? (
        <ol>
          {([1, 2, 3] as const).map((step) => (
            <li key={step}>{t(`unseen_${way}_${step}`)}</li>
          ))}
        </ol>
      ) : (
        <p>{t('unseen_lead')}</p>
      )}
    </Question>
  );
}
