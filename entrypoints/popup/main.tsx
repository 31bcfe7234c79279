import '../../components/theme.css';
import { useEffect, useState } from 'preact/hooks';
import { useNow } from '../../components/live/useNow.ts';
import { useScheme } from '../../components/live/useScheme.ts';
import { useStored } from '../../components/live/useStored.ts';
import { mountPage } from '../../components/mountPage.ts';
import { nextAfterSkipMs } from '../../core/engine/afterSkip.ts';
import { maySkip } from '../../core/engine/maySkip.ts';
import { view } from '../../core/engine/view.ts';
import type { Message } from '../../shell/accept.ts';
import { send, wakeBackground } from '../../shell/messages.ts';
import { goToBreak, openPage } from '../../shell/pages.ts';
import { loadPageWords } from '../../shell/words/t.ts';
import type { Afterwards } from './afterwards.ts';
import { exactPause } from './exactPause.ts';
import type { Notice } from './MessageArea.tsx';
import { Popup } from './Popup.tsx';

/** Reads what is stored and gives it to the popup with the time. */
function LivePopup() {
  const { atMs, local } = useNow();
  const stored = useStored();
  const painted = usePainted(stored !== null);
  const afterwards = useAfterwards(painted);
  const intervalLocked = useIntervalLocked(afterwards);
  const [failed, setFailed] = useState<Notice | null>(null);

  const tell = async (message: Message) => {
    const reply = await send(message);
    const failed = 'failed' in reply ? reply.failed : null;
    // What could not be saved has its own notice.
    if (reply.ok || failed === 'unsaved') setFailed(null);
    else setFailed(failed === 'noAnswer' ? 'noAnswer' : 'refused');
  };

  useScheme(stored?.settings);

  if (!stored) return null;
  const now = exactPause(view(stored, atMs, local), stored.pause);
  const newer = stored.notices.some(({ record, is }) => is === 'newer' && record === 'settings');
  return (
    <Popup
      painted={painted}
      afterwards={afterwards}
      view={now}
      settings={stored.settings}
      intervalLocked={intervalLocked}
      day={
        afterwards && (
          <afterwards.LiveDayLine day={local.day} onOpen={() => void openPage('days')} />
        )
      }
      nextAfterSkipMs={now.phase === 'prompted' ? nextAfterSkipMs(stored, atMs, local) : null}
      maySkip={maySkip(stored, atMs)}
      notice={failed ?? (newer ? 'newerSettings' : null)}
      cannotSave={stored.cannotSave}
      onCommand={(command) => void tell(command)}
      onGoToBreak={() => void goToBreak()}
      onOpenPage={(page) => void openPage(page)}
    >
      {afterwards && (
        <afterwards.LiveLoss onSettings={() => void openPage('settings')}>
          <afterwards.LiveExplanation
            view={now}
            local={local}
            stored={stored}
            onCommand={(command) => void tell(command)}
            onSettings={() => void openPage('settings')}
          />
        </afterwards.LiveLoss>
      )}
    </Popup>
  );
}

/** Whether something is painted: the dial, once it is drawn. */
function usePainted(drawn: boolean): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (!drawn) return;
    const paints = new PerformanceObserver((list) => {
      // An empty page has a first paint too: that of its background.
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      paints.disconnect();
      setPainted(true);
    });
    paints.observe({ type: 'paint', buffered: true });
    return () => paints.disconnect();
  }, [drawn]);
  return painted;
}

/** What is not visible at first is loaded once all else is painted, and does not compete with it. */
function useAfterwards(painted: boolean): Afterwards | null {
  const [afterwards, setAfterwards] = useState<Afterwards | null>(null);
  useEffect(() => {
    if (!painted) return;
    wakeBackground();
    void Promise.all([import('./afterwards.ts'), loadPageWords()]).then(([loaded]) =>
      setAfterwards(loaded),
    );
  }, [painted]);
  return afterwards;
}

/** Why the interval can’t be changed. Until that is known, it can. */
function useIntervalLocked(afterwards: Afterwards | null): string | null {
  const [locked, setLocked] = useState<string | null>(null);
  useEffect(() => {
    afterwards?.whyLocked().then(setLocked, () => undefined);
  }, [afterwards]);
  return locked;
}

mountPage(<LivePopup />);
