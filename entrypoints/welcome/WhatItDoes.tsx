import { useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import { useLocked } from '../../components/kit/Locked.tsx';
import { Ring } from '../../components/kit/Ring.tsx';
import type { Settings } from '../../core/records/settings.ts';
import { t } from '../../shell/words/t.ts';
import { Step } from './Step.tsx';
import styles from './WhatItDoes.module.css';

export interface ScreenReader {
  /** Exhale is set up for a screen reader; null until that is known. */
  chosen: boolean | null;
  /** False: the person did not allow notifications. Call it directly from a click. */
  choose: () => Promise<boolean>;
  undo: () => void;
}

interface WhatItDoesProps {
  settings: Pick<Settings, 'holdBack' | 'promptStyle' | 'askSound'>;
  screenReader: ScreenReader;
  focus: boolean;
  onNext: () => void;
}

/** Says what Exhale does and what it never interrupts. */
export function WhatItDoes({ settings, screenReader, focus, onNext }: WhatItDoesProps) {
  const { fullScreen, call, watching } = settings.holdBack;
  const { promptStyle, askSound } = settings;
  const isHeard = askSound && (promptStyle === 'notification' || promptStyle === 'tab');
  const isWhole = !useLocked(['promptStyle', 'askSound']) || isHeard;
  const promises = [
    // True as long as none of the three was switched off. Without input, Safari can't tell a film from music.
    !import.meta.env.SAFARI && fullScreen && call && watching && t('welcome_what_never'),
    t(import.meta.env.SAFARI ? 'settings_noIdle' : 'welcome_what_away'),
  ].filter((words) => words !== false);
  return (
    <Step
      focus={focus}
      mark={<Ring size={72} level={0.55} />}
      title={t('welcome_what_title')}
      text={t('welcome_what_text')}
      buttons={
        <Button look="primary" size={48} onPress={onNext}>
          {t('welcome_next')}
        </Button>
      }
      after={<ForScreenReader {...screenReader} isWhole={isWhole} />}
    >
      <ul class={styles.promises}>
        {promises.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Step>
  );
}

/**
 * A screen reader does not read a window without the focus, so other ways are better. `isWhole`: no part of the
 * setup is locked by an organization.
 */
function ForScreenReader({ chosen, choose, undo, isWhole }: ScreenReader & { isWhole: boolean }) {
  const [denied, setDenied] = useState(false);
  const done = denied ? 'welcome_reader_denied' : 'welcome_reader_done';
  if (chosen)
    return (
      <>
        <span>{t(isWhole ? done : 'welcome_reader_partly')}</span>
        <Button look="link" onPress={undo}>
          {t('welcome_reader_undo')}
        </Button>
      </>
    );
  return (
    <>
      <span>{t('welcome_reader')}</span>
      <Button
        look="link"
        disabled={chosen === null}
        onPress={() => void choose().then((allowed) => setDenied(!allowed))}
      >
        {t('welcome_reader_button')}
      </Button>
    </>
  );
}
