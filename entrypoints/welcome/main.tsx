import { useEffect, useState } from 'preact/hooks';
import { endTry, tryPrompt } from '../../components/asking/card/tryCard.ts';
import { HIDES_SMALL_WINDOWS, OFFERED_STYLES } from '../../components/asking/promptStyles.ts';
import { usePageInput } from '../../components/live/usePageInput.ts';
import { usePageRecord } from '../../components/live/usePageRecord.ts';
import { usePermission } from '../../components/live/usePermission.ts';
import { useScheme } from '../../components/live/useScheme.ts';
import { useStored } from '../../components/live/useStored.ts';
import { mountPage } from '../../components/mountPage.ts';
import { MACHINE } from '../../core/engine/ways.ts';
import { browser } from '../../shell/browser.ts';
import { noteInput } from '../../shell/diagnostics.ts';
import { type Message, send } from '../../shell/messages.ts';
import { openPage } from '../../shell/pages.ts';
import { endTest } from '../../shell/prompt/endTest.ts';
import { showTrial } from '../../shell/prompt/showTrial.ts';
import { onPressed } from '../../shell/prompt/trial.ts';
import { loadPageWords, t } from '../../shell/words/t.ts';
import { Welcome } from './Welcome.tsx';

const done = async (message: Message): Promise<boolean> => (await send(message)).ok;

function LiveWelcome() {
  const stored = useStored();
  const notifications = usePermission('notifications');
  const machine = usePageRecord('machine')?.value ?? MACHINE.atFirst;
  const pinned = usePinned();
  usePageInput(noteInput);
  useScheme(stored?.settings);
  if (stored === null) return null;
  return (
    <Welcome
      settings={stored.settings}
      offered={OFFERED_STYLES}
      notifications={notifications}
      notifyFirst={HIDES_SMALL_WINDOWS}
      machine={machine}
      pinned={pinned}
      onPatch={(patch) => void send({ type: 'changeSettings', patch })}
      onTest={() => tryPrompt(async () => (await showTrial()).ok)}
      onTestEnd={() => {
        endTry();
        void endTest();
      }}
      onPressed={onPressed}
      onBreathe={(seconds) => done({ type: 'startBreak', kind: 'breathing', seconds })}
      onSettings={() => void openPage('settings')}
      onWhy={() => void openPage('why')}
      onClose={() => void closeOwnTab()}
    />
  );
}

/** Whether the icon is pinned to the toolbar, if the browser tells. */
function usePinned(): boolean | null {
  const [pinned, setPinned] = useState<boolean | null>(null);
  useEffect(() => {
    const refresh = () => {
      browser.action.getUserSettings?.().then(
        ({ isOnToolbar }) => setPinned(isOnToolbar ?? null),
        () => setPinned(null),
      );
    };
    refresh();
    // People who have just pinned it come back to this page.
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, []);
  return pinned;
}

async function closeOwnTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

void loadPageWords().then(() => mountPage(<LiveWelcome />, t('welcome_title')));
