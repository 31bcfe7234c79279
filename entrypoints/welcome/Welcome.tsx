import { mannerPatch } from '../../components/asking/manners.ts';
import type { PromptStyle } from '../../components/asking/promptStyles.ts';
import { Button } from '../../components/kit/Button.tsx';
import type { Permission } from '../../components/live/usePermission.ts';
import type { Machine } from '../../core/engine/ways.ts';
import type { Settings, SettingsPatch } from '../../core/records/settings.ts';
import { t } from '../../shell/words/t.ts';
import { AllSet } from './AllSet.tsx';
import { ChooseRhythm } from './ChooseRhythm.tsx';
import { FirstBreath } from './FirstBreath.tsx';
import { PinIcon } from './PinIcon.tsx';
import type { PinPlace } from './pinPlace.ts';
import { SeePrompt } from './SeePrompt.tsx';
import { Steps } from './Steps.tsx';
import { STEPS, useStep } from './useStep.ts';
import styles from './Welcome.module.css';
import { type ScreenReader, WhatItDoes } from './WhatItDoes.tsx';

export interface WelcomeProps {
  settings: Settings;
  /** The safety note was read before. */
  careRead: boolean;
  screenReader: ScreenReader;
  offered: readonly PromptStyle[];
  notifications: Permission;
  notifyFirst: boolean;
  machine: Machine;
  pinPlace: PinPlace;
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

/** Short steps, one thing each: what Exhale does, how often, the icon, a reminder, a first breath. */
export function Welcome(props: WelcomeProps) {
  const { settings, onPatch } = props;
  const { step, moved: focus, go } = useStep();
  const index = STEPS.indexOf(step);
  const before = STEPS[index - 1];
  const onNext = () => go(STEPS[index + 1] ?? 'done');

  const on = Object.values(settings.rhythms).filter((rhythm) => rhythm.on);
  return (
    <main class={styles.page}>
      {step !== 'done' && <Steps now={index + 1} all={STEPS.length} />}
      {step === 'what' && (
        <WhatItDoes
          settings={settings}
          screenReader={props.screenReader}
          focus={focus}
          onNext={onNext}
        />
      )}
      {step === 'rhythm' && (
        <ChooseRhythm settings={settings} focus={focus} onPatch={onPatch} onNext={onNext} />
      )}
      {step === 'pin' && (
        <PinIcon place={props.pinPlace} pinned={props.pinned} focus={focus} onNext={onNext} />
      )}
      {step === 'reminder' && (
        <SeePrompt
          settings={settings}
          offered={props.offered}
          notifications={props.notifications}
          notifyFirst={props.notifyFirst}
          machine={props.machine}
          pinned={props.pinned}
          focus={focus}
          onTest={props.onTest}
          onTestEnd={props.onTestEnd}
          onPressed={props.onPressed}
          onStyle={(promptStyle) => onPatch({ promptStyle })}
          onManner={(manner) =>
            onPatch(mannerPatch(manner, settings, props.offered, props.notifications.allowed))
          }
          onPin={() => go('pin')}
          onNext={onNext}
        />
      )}
      {step === 'breath' && (
        <FirstBreath
          careFirst={!props.careRead}
          focus={focus}
          onBreathe={props.onBreathe}
          onNext={onNext}
        />
      )}
      {step === 'done' && (
        <AllSet
          firstAfterMinutes={
            on.length === 0 ? null : Math.min(...on.map((rhythm) => rhythm.intervalMinutes))
          }
          focus={focus}
          onSettings={props.onSettings}
          onWhy={props.onWhy}
          onClose={props.onClose}
        />
      )}
      <footer class={styles.foot}>
        {before && (
          <Button look="quiet" onPress={() => go(before)}>
            {t('welcome_back')}
          </Button>
        )}
        <p>{t('welcome_local')}</p>
      </footer>
    </main>
  );
}
