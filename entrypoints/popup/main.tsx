import '../../components/theme.css';
import { type ComponentType, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { applyScheme } from '../../components/applyScheme.ts';
import { useNow } from '../../components/useNow.ts';
import { useDay, useStored } from '../../components/useStored.ts';
import { nextAfterSkipMs } from '../../core/afterSkip.ts';
import { EMPTY_DAY } from '../../core/history.ts';
import { view } from '../../core/view.ts';
import { type Message, send } from '../../shell/messages.ts';
import { direction, language } from '../../shell/words.ts';
import type { LiveWordsProps } from './LiveWords.tsx';
import type { Notice } from './Moment.tsx';
import { Popup } from './Popup.tsx';

/** Reads what is stored, and hands it to the popup together with the time. */
function LivePopup() {
  const { atMs, local } = useNow();
  const stored = useStored();
  const day = useDay(local.date) ?? EMPTY_DAY;
  const LiveWords = useWords(stored !== null);
  const [failed, setFailed] = useState<Notice | null>(null);

  const tell = async (message: Message) => {
    const reply = await send(message);
    if (reply.ok) setFailed(null);
    else setFailed('failed' in reply && reply.failed === 'noAnswer' ? 'noAnswer' : 'refused');
  };

  const { scheme, motion } = stored?.settings ?? {};
  useEffect(() => {
    if (scheme && motion) applyScheme({ scheme, motion });
  }, [scheme, motion]);

  if (!stored) return null;
  const now = view(stored, atMs, local);
  const newer = stored.notices.some(({ record, is }) => is === 'newer' && record === 'settings');
  return (
    <Popup
      view={now}
      settings={stored.settings}
      counts={{
        breaks: day.breaks.filter(({ taken }) => taken).length,
        rests: day.rests.length,
      }}
      nextAfterSkipMs={now.phase === 'prompted' ? nextAfterSkipMs(stored, atMs, local) : null}
      notice={failed ?? (newer ? 'newerSettings' : null)}
      onCommand={(command) => void tell(command)}
      onGoToBreak={() => void tell({ type: 'goToBreak' })}
      onOpenPage={(page) => void tell({ type: 'openPage', page })}
    >
      {LiveWords && (
        <LiveWords
          view={now}
          local={local}
          stored={stored}
          onShown={(shown) => void tell({ type: 'articleShown', shown })}
        />
      )}
    </Popup>
  );
}

/** The explanations are a good part of the script: the dial does not wait for them. */
function useWords(painted: boolean): ComponentType<LiveWordsProps> | null {
  const [loaded, setLoaded] = useState<{ LiveWords: ComponentType<LiveWordsProps> } | null>(null);
  useEffect(() => {
    if (painted) void import('./LiveWords.tsx').then(setLoaded);
  }, [painted]);
  return loaded?.LiveWords ?? null;
}

document.documentElement.lang = language();
document.documentElement.dir = direction();
render(<LivePopup />, document.getElementById('root') as HTMLElement);
