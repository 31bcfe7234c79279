import '../../components/theme.css';
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { applyScheme } from '../../components/applyScheme.ts';
import { useNow } from '../../components/useNow.ts';
import { useDay, useShown, useStored } from '../../components/useStored.ts';
import { nextAfterSkipMs } from '../../core/afterSkip.ts';
import { BREAK_KINDS } from '../../core/breaks.ts';
import { another, explain } from '../../core/explain.ts';
import { factsOf } from '../../core/facts.ts';
import { EMPTY_DAY } from '../../core/history.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { view } from '../../core/view.ts';
import { type Message, send } from '../../shell/messages.ts';
import { direction, language } from '../../shell/words.ts';
import type { Notice } from './Moment.tsx';
import { Popup } from './Popup.tsx';

/** Reads what is stored, and hands it to the popup together with the time. */
function LivePopup() {
  const { atMs, local } = useNow();
  const stored = useStored();
  const shown = useShown();
  const day = useDay(local.date) ?? EMPTY_DAY;
  const [failed, setFailed] = useState<Notice | null>(null);

  const now = stored && view(stored, atMs, local);
  const facts = stored && now && factsOf(now, stored.settings, stored.tally, local);

  // The words need no second look within the minute.
  const explanation = useMemo(
    () => facts && shown && explain(facts, shown, BREAK_KINDS),
    [stored, shown, Math.floor(atMs / MINUTE_MS)],
  );

  const tell = async (message: Message) => {
    const reply = await send(message);
    if (reply.ok) setFailed(null);
    else setFailed('failed' in reply && reply.failed === 'noAnswer' ? 'noAnswer' : 'refused');
  };

  const chosen = explanation?.shown;
  useEffect(() => {
    if (chosen && chosen !== shown) void tell({ type: 'articleShown', shown: chosen });
  }, [chosen]);

  const { scheme, motion } = stored?.settings ?? {};
  useEffect(() => {
    if (scheme && motion) applyScheme({ scheme, motion });
  }, [scheme, motion]);

  if (!stored || !shown || !now || !facts) return null;
  const newer = stored.notices.some(
    ({ record, is }) => is === 'newer' && (record === 'settings' || record === 'tally'),
  );
  return (
    <Popup
      view={now}
      settings={stored.settings}
      explanation={explanation}
      counts={{
        breaks: day.breaks.filter(({ taken }) => taken).length,
        rests: day.rests.length,
      }}
      nextAfterSkipMs={now.phase === 'prompted' ? nextAfterSkipMs(stored, atMs, local) : null}
      notice={failed ?? (newer ? 'newerSettings' : null)}
      onCommand={(message) => void tell(message)}
      onAnother={() =>
        void tell({
          type: 'articleShown',
          shown: another(facts, shown, BREAK_KINDS).shown,
        })
      }
    />
  );
}

document.documentElement.lang = language();
document.documentElement.dir = direction();
render(<LivePopup />, document.getElementById('root') as HTMLElement);
