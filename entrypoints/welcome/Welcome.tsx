import { useState } from 'preact/hooks';
import { mannerPatch } from '../../components/asking/manners.ts';
import type { PromptStyle } from '../../components/asking/promptStyles.ts';
import { Button } from '../../components/kit/Button.tsx';
import type { Permission } from '../../components/live/usePermission.ts';
import type { Machine } from '../../core/engine/ways.ts';
import type { Settings, SettingsPatch } from '../../core/records/settings.ts';
import { t } from '../../shell/words/t.ts';
import { ChooseRhythm } from './ChooseRhythm.tsx';
import { FirstBreath } from './FirstBreath.tsx';
import { SeePrompt } from './SeePrompt.tsx';
import { Steps } from './Steps.tsx';
import styles from './Welcome.module.css';

export interface WelcomeProps {
  settings: Settings;
  offered: readonly PromptStyle[];
  notifications: Permission;
  notifyFirst: boolean;
  machine: Machine;
  /** Whether the icon is pinned to the toolbar; null if the browser does not tell. */
  pinned: boolean | null;
  onPatch: (patch: SettingsPatch) => void;
  onTest: () => Promise<boolean>;
  onTestEnd: () => void;
  onPressed: (pressed: () => void) => () => void;
  onBreathe: (seconds: number) => Promise<boolean>;
  onSettings: () => void;
  onWhy: () => void;
  onClose: () => void;
}

const STEPS = 3;

/** Three short steps: choose a rhythm, see a reminder, take a first breath. */
export function Welcome(props: WelcomeProps) {
  const { settings, onPatch } = props;
  const [step, setStep] = useState(1);
  // The page opens by itself, so it takes no focus at first. From the second step on, the focus follows.
  const [moved, setMoved] = useState(false);
  const go = (to: number) => () => {
    setMoved(true);
    setStep(to);
  };

  const on = Object.values(settings.rhythms).filter((rhythm) => rhythm.on);
  return (
    <main class={styles.page}>
      <Steps now={step} all={STEPS} />
      {step === 1 && (
        <ChooseRhythm settings={settings} focus={moved} onPatch={onPatch} onNext={go(2)} />
      )}
      {step === 2 && (
        <SeePrompt
          settings={settings}
          offered={props.offered}
          notifications={props.notifications}
          notifyFirst={props.notifyFirst}
          machine={props.machine}
          focus
          onTest={props.onTest}
          onTestEnd={props.onTestEnd}
          onPressed={props.onPressed}
          onStyle={(promptStyle) => onPatch({ promptStyle })}
          onManner={(manner) =>
            onPatch(mannerPatch(manner, settings, props.offered, props.notifications.allowed))
          }
          onNext={go(3)}
        />
      )}
      {step === 3 && (
        <FirstBreath
          firstAfterMinutes={
            on.length === 0 ? null : Math.min(...on.map((rhythm) => rhythm.intervalMinutes))
          }
          pinned={props.pinned}
          focus
          onBreathe={props.onBreathe}
          onSettings={props.onSettings}
          onWhy={props.onWhy}
          onClose={props.onClose}
        />
      )}
      <footer class={styles.foot}>
        {step > 1 && (
          <Button look="quiet" onPress={go(step - 1)}>
            {t('welcome_back')}
          </Button>
        )}
        <p>{t('welcome_local')}</p>
      </footer>
    </main>
  );
}
