import '../../components/theme.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { applyScheme } from '../../components/applyScheme.ts';
import { type Now, useNow } from '../../components/useNow.ts';
import { useStored } from '../../components/useStored.ts';
import { questionAtMs } from '../../core/ask.ts';
import type { Command } from '../../core/event.ts';
import { maySkip } from '../../core/maySkip.ts';
import { triedRhythm } from '../../core/remindEvery.ts';
import { styleNow } from '../../core/surfaces.ts';
import { MINUTE_MS } from '../../core/time.ts';
import type { Stored } from '../../core/turn.ts';
import { view } from '../../core/view.ts';
import { inWords } from '../../shell/durations.ts';
import { send } from '../../shell/messages.ts';
import { type Offered, offerLines } from '../../shell/offer.ts';
import { isTrial } from '../../shell/trial.ts';
import { direction, language, t } from '../../shell/words.ts';
import { GoOn } from './GoOn.tsx';
import { Over, Prompt } from './Prompt.tsx';

/** Shows what a prompt looks like, and asks nothing. */
const isTest = isTrial(location.href);

interface Question extends Offered {
  minutes: number;
  noticeSeconds: number;
}

/** What is asked at this instant; null when nothing is. */
function questionOf(stored: Stored, { atMs, local }: Now): Question | null {
  const { settings, state } = stored;
  if (isTest) {
    const { intervalMinutes: minutes, kind, breakSeconds: seconds } = triedRhythm(settings);
    return { minutes, kind, seconds, noticeSeconds: 0 };
  }
  const { asking, next, screenTimeMs } = view(stored, atMs, local);
  if (!asking || next === null || state.ask === null) return null;
  return {
    minutes: Math.floor(screenTimeMs / MINUTE_MS),
    kind: next.kind,
    seconds: next.breakSeconds,
    noticeSeconds: atMs < questionAtMs(state.ask, settings) ? settings.noticeSeconds : 0,
  };
}

/** Whether to go on after a pause without an end. */
const asksToGoOn = ({ pause }: Stored, { atMs }: Now): boolean =>
  !isTest && pause?.is === 'asked' && atMs < pause.untilMs;

function LivePrompt() {
  const now = useNow();
  const stored = useStored();
  const settings = stored?.settings;
  const [failed, setFailed] = useState(false);

  const asked = stored && questionOf(stored, now);
  const goesOn = stored !== null && asksToGoOn(stored, now);
  const over = stored !== null && asked === null && !goesOn;

  // Answered elsewhere, withdrawn, or out of time.
  useEffect(() => {
    if (over) close();
  }, [over]);

  const { scheme, motion } = settings ?? {};
  useEffect(() => {
    if (scheme && motion) applyScheme({ scheme, motion });
  }, [scheme, motion]);

  // A tab in the background is seen by its title alone.
  const inTab = stored !== null && styleNow(stored) === 'tab';
  const title = goesOn
    ? [t('prompt_resume_title'), t('prompt_resume_lead')]
    : inTab && asked
      ? offerLines(asked, inWords)
      : null;
  const titled = title?.join(' ');
  useEffect(() => {
    if (titled !== undefined) document.title = titled;
  }, [titled]);

  if (over) return <Over />;
  const tell = async (command: Command) => {
    if (isTest) close();
    else setFailed(!(await send(command)).ok);
  };
  const telling = (command: Command) => () => void tell(command);
  if (goesOn)
    return (
      <GoOn
        failed={failed}
        onResume={telling({ type: 'resume' })}
        onStay={telling({ type: 'dismiss' })}
      />
    );
  if (!stored || !asked) return null;
  return (
    <Prompt
      {...asked}
      failed={failed}
      snoozeMinutes={stored.settings.snoozeMinutes}
      onBegin={telling({ type: 'startBreak' })}
      onLater={(minutes) => void tell({ type: 'snooze', ...(minutes && { minutes }) })}
      onSkip={maySkip(stored, now.atMs) ? telling({ type: 'skip' }) : undefined}
      onDismiss={telling({ type: 'dismiss' })}
    />
  );
}

document.documentElement.lang = language();
document.documentElement.dir = direction();
render(<LivePrompt />, document.getElementById('root') as HTMLElement);
