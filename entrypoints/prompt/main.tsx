import '../../components/theme.css';
import { useEffect, useState } from 'preact/hooks';
import { type Now, useNow } from '../../components/live/useNow.ts';
import { useScheme } from '../../components/live/useScheme.ts';
import { useStored } from '../../components/live/useStored.ts';
import { mountPage } from '../../components/mountPage.ts';
import type { Command } from '../../core/engine/event.ts';
import { isSkipOffered } from '../../core/engine/maySkip.ts';
import { triedRhythm } from '../../core/engine/remindEvery.ts';
import { promptAt, promptFor, type Surfaces } from '../../core/engine/surfaces.ts';
import type { Stored } from '../../core/records/stored.ts';
import { send } from '../../shell/messages.ts';
import { isTrial, tellPressed } from '../../shell/prompt/trial.ts';
import { inWords } from '../../shell/words/durations.ts';
import { offerLines } from '../../shell/words/offers.ts';
import { t } from '../../shell/words/t.ts';
import { GoOn } from './GoOn.tsx';
import { Over, Prompt } from './Prompt.tsx';
import { useJudgement } from './useJudgement.ts';

/** Shows what a prompt looks like, and asks nothing. */
const isTest = isTrial(location.href);

/** The current question; null if there is none. */
function questionOf(stored: Stored, { atMs, local }: Now): Surfaces['prompt'] {
  if (!isTest) return promptAt(stored, atMs, local);
  const rhythm = triedRhythm(stored.settings);
  return promptFor(stored.settings, rhythm, atMs, rhythm.intervalMinutes);
}

/** The two lines of the question. */
const linesOf = (asked: NonNullable<Surfaces['prompt']>): [string, string] =>
  'kind' in asked
    ? offerLines(asked, inWords)
    : [t('prompt_resume_title'), t('prompt_resume_lead')];

function LivePrompt() {
  const now = useNow();
  const stored = useStored();
  const settings = stored?.settings;
  const [failed, setFailed] = useState(false);

  const asked = stored && questionOf(stored, now);
  const over = stored !== null && asked === null;

  // Answered elsewhere, withdrawn, or timed out.
  useEffect(() => {
    if (over) close();
  }, [over]);

  useScheme(settings);
  useJudgement(!import.meta.env.FIREFOX && asked?.style === 'smallWindow');

  // Of a tab in the background, only the title is visible.
  const titled = asked ? linesOf(asked).join(' ') : undefined;
  useEffect(() => {
    if (titled !== undefined) document.title = titled;
  }, [titled]);

  if (over) return <Over />;
  const tell = async (command: Command) => {
    if (isTest) {
      // Closing it is no sign that it was liked, but one that it was seen.
      tellPressed();
      close();
    } else setFailed(!(await send(command)).ok);
  };
  const telling = (command: Command) => () => void tell(command);
  if (!stored || !asked) return null;
  if (!('kind' in asked))
    return (
      <GoOn
        failed={failed}
        onResume={telling({ type: 'resume' })}
        onStay={telling({ type: 'dismiss' })}
      />
    );
  // The key is for the background. Another question with the same words keeps the same picture.
  const { key: _, skipAtMs, ...question } = asked;
  return (
    <Prompt
      {...question}
      failed={failed}
      onBegin={telling({ type: 'startBreak' })}
      onLater={(minutes) => void tell({ type: 'snooze', ...(minutes && { minutes }) })}
      onSkip={isSkipOffered(skipAtMs, now.atMs) ? telling({ type: 'skip' }) : undefined}
      onDecline={telling({ type: 'decline' })}
    />
  );
}

mountPage(<LivePrompt />);
