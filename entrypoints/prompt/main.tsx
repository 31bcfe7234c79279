import '../../components/theme.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { applyScheme } from '../../components/applyScheme.ts';
import { useNow } from '../../components/useNow.ts';
import { useStored } from '../../components/useStored.ts';
import type { Command } from '../../core/event.ts';
import { triedRhythm } from '../../core/remindEvery.ts';
import { styleNow } from '../../core/surfaces.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { view } from '../../core/view.ts';
import { inWords } from '../../shell/durations.ts';
import { send } from '../../shell/messages.ts';
import { type Offered, offerLines } from '../../shell/offer.ts';
import { isTrial } from '../../shell/trial.ts';
import { direction, language } from '../../shell/words.ts';
import { Over, Prompt } from './Prompt.tsx';

/** Shows what a prompt looks like, and asks nothing. */
const isTest = isTrial(location.href);

interface Question extends Offered {
  minutes: number;
}

function LivePrompt() {
  const { atMs, local } = useNow();
  const stored = useStored();
  const settings = stored?.settings;
  const [failed, setFailed] = useState(false);

  const question = (): Question | null => {
    if (!stored) return null;
    if (isTest) {
      const {
        intervalMinutes: minutes,
        kind,
        breakSeconds: seconds,
      } = triedRhythm(stored.settings);
      return { minutes, kind, seconds };
    }
    const { asking, next, screenTimeMs } = view(stored, atMs, local);
    if (!asking || next === null) return null;
    const minutes = Math.floor(screenTimeMs / MINUTE_MS);
    return { minutes, kind: next.kind, seconds: next.breakSeconds };
  };
  const asked = question();
  const over = stored !== null && asked === null;

  // Answered elsewhere, withdrawn, or out of time.
  useEffect(() => {
    if (over) close();
  }, [over]);

  const { scheme, motion } = settings ?? {};
  useEffect(() => {
    if (scheme && motion) applyScheme({ scheme, motion });
  }, [scheme, motion]);

  // A tab in the background is seen by its title alone.
  const inTab =
    stored !== null && styleNow(stored.settings.promptStyle, stored.state.unanswered) === 'tab';
  const title = inTab && asked ? offerLines(asked, inWords).join(' ') : null;
  useEffect(() => {
    if (title !== null) document.title = title;
  }, [title]);

  if (over) return <Over />;
  if (!settings || !asked) return null;
  const tell = async (command: Command) => {
    if (isTest) close();
    else setFailed(!(await send(command)).ok);
  };
  return (
    <Prompt
      {...asked}
      failed={failed}
      snoozeMinutes={settings.snoozeMinutes}
      onBegin={() => void tell({ type: 'startBreak' })}
      onLater={(minutes) => void tell({ type: 'snooze', ...(minutes && { minutes }) })}
      onDismiss={() => void tell({ type: 'dismiss' })}
    />
  );
}

document.documentElement.lang = language();
document.documentElement.dir = direction();
render(<LivePrompt />, document.getElementById('root') as HTMLElement);
