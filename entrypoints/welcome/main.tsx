import { useMemo } from 'preact/hooks';
import { endTry, tryPrompt } from '../../components/asking/card/tryCard.ts';
import {
  HIDES_SMALL_WINDOWS,
  OFFERED_STYLES,
  type PromptStyle,
} from '../../components/asking/promptStyles.ts';
import { LockedContext } from '../../components/kit/Locked.tsx';
import { usePageInput } from '../../components/live/usePageInput.ts';
import { usePageRecord } from '../../components/live/usePageRecord.ts';
import { type Permission, usePermission } from '../../components/live/usePermission.ts';
import { useScheme } from '../../components/live/useScheme.ts';
import { useRead, useStored } from '../../components/live/useStored.ts';
import { mountPage } from '../../components/mountPage.ts';
import { openSounds, type Sounds } from '../../components/sounds/sounds.ts';
import { MACHINE } from '../../core/engine/ways.ts';
import type { SettingName } from '../../core/records/policy.ts';
import type { Message } from '../../shell/accept.ts';
import { browser } from '../../shell/browser.ts';
import { noteInput } from '../../shell/diagnostics.ts';
import { send } from '../../shell/messages.ts';
import { openPage } from '../../shell/pages.ts';
import { type InForce, policyInForce } from '../../shell/policy.ts';
import { endTest } from '../../shell/prompt/endTest.ts';
import { showTrial } from '../../shell/prompt/showTrial.ts';
import { onPressed } from '../../shell/prompt/trial.ts';
import { loadPageWords, t } from '../../shell/words/t.ts';
import { PIN_PLACE } from './pinPlace.ts';
import { setUpForReader, undoForReader } from './screenReader.ts';
import { usePinned } from './usePinned.ts';
import { Welcome } from './Welcome.tsx';
import type { ScreenReader } from './WhatItDoes.tsx';

const done = async (message: Message): Promise<boolean> => (await send(message)).ok;

let sounds: Sounds | undefined;

function stopTest(): void {
  endTry();
  void endTest();
}

function LiveWelcome() {
  const stored = useStored();
  const notifications = usePermission('notifications');
  const machine = usePageRecord('machine')?.value ?? MACHINE.atFirst;
  const pinned = usePinned();
  const policy = useRead(policyInForce, '');
  const locked = useMemo(
    () => new Set(Object.keys(policy?.locked ?? {}) as SettingName[]),
    [policy],
  );
  const screenReader = useScreenReader(notifications, policy);
  usePageInput(noteInput);
  useScheme(stored?.settings);
  if (stored === null || policy === null) return null;
  const isRuledOut = (style: PromptStyle) => policy.rulesOut.some((out) => out === style);
  return (
    <LockedContext.Provider value={locked}>
      <Welcome
        settings={stored.settings}
        careRead={stored.tally.careRead}
        screenReader={screenReader}
        offered={OFFERED_STYLES.filter((style) => !isRuledOut(style))}
        notifications={notifications}
        notifyFirst={HIDES_SMALL_WINDOWS}
        machine={machine}
        pinPlace={PIN_PLACE}
        pinned={pinned}
        onPatch={(patch) => void send({ type: 'changeSettings', patch })}
        onTest={async () => {
          const shown = await tryPrompt(async () => (await showTrial()).ok);
          const { askSound, askLoudness } = stored.settings;
          if (shown && askSound) {
            sounds ??= openSounds();
            sounds.chime(askLoudness);
          }
          return shown;
        }}
        onTestEnd={stopTest}
        onPressed={onPressed}
        onBreathe={(seconds) => done({ type: 'startBreak', kind: 'breathing', seconds })}
        onSettings={() => void openPage('settings')}
        onWhy={() => void openPage('why')}
        onClose={() => void closeOwnTab()}
      />
    </LockedContext.Provider>
  );
}

function useScreenReader(notifications: Permission, policy: InForce | null): ScreenReader {
  const before = usePageRecord('beforeReader');
  return {
    chosen: before && before.value !== null,
    choose: async () => {
      // Nothing may come before this: the browser asks only directly after a click.
      const allowed = mayNotify(policy) && (await notifications.request());
      await setUpForReader(allowed ? 'notification' : 'tab');
      return allowed;
    },
    undo: () => void undoForReader(),
  };
}

/** Whether an organization leaves notifications to the person. */
const mayNotify = (policy: InForce | null): boolean =>
  !policy?.rulesOut.includes('notification') &&
  (policy?.locked.promptStyle ?? 'notification') === 'notification';

async function closeOwnTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

// No test outlives this page.
window.addEventListener('pagehide', stopTest);

void loadPageWords().then(() => mountPage(<LiveWelcome />, { title: t('welcome_title') }));
