import { useEffect, useRef, useState } from 'preact/hooks';
import { usePageRecord } from '../../components/live/usePageRecord.ts';
import { useStored } from '../../components/live/useStored.ts';
import { useTrialRecord } from '../../components/live/useTrialRecord.ts';
import { mountPage } from '../../components/mountPage.ts';
import { withPreferencesPatch } from '../../core/breaks/preferences.ts';
import { isDueBreak } from '../../core/engine/dueBreak.ts';
import { hushIn } from '../../core/engine/hush.ts';
import { promptAt } from '../../core/engine/surfaces.ts';
import { isEvening } from '../../core/time.ts';
import { isOver, type Trial } from '../../core/trial/trial.ts';
import type { Message } from '../../shell/accept.ts';
import { localAt, nowMs } from '../../shell/clock.ts';
import { inputWithin } from '../../shell/idle.ts';
import { send } from '../../shell/messages.ts';
import { backToWork } from '../../shell/pages.ts';
import { changePageRecord } from '../../shell/storage/pageRecords.ts';
import { changeTrial } from '../../shell/storage/trialRecord.ts';
import { loadPageWords } from '../../shell/words/t.ts';
import { Break } from './Break.tsx';
import { fillScreen } from './fillScreen.ts';
import { muteOthers } from './muteOthers.ts';
import { Warning } from './Warning.tsx';

const wish = (message: Message) => () => void send(message);

function StoredBreak() {
  const stored = useStored();
  const preferences = usePageRecord('preferences');
  const tension = usePageRecord('tension');
  const trial = useTrialRecord();
  const [dice] = useState(Math.random);
  const warned = useRef(false);
  const atMs = nowMs();
  const asked = stored && promptAt(stored, atMs, localAt(atMs));
  const warns = asked?.style === 'page';
  const running = stored !== null && stored.state.break !== null;
  useEffect(() => {
    if (warned.current && !warns && !running) void backToWork();
    warned.current = warns;
  }, [warns, running]);

  if (stored === null || preferences === null || tension === null || trial === null) return null;
  const { state, settings, tally } = stored;
  if (asked?.style === 'page')
    return (
      <Warning
        minutes={asked.minutes}
        kind={asked.kind}
        seconds={asked.seconds}
        snoozeMinutes={asked.snoozeMinutes}
        onBegin={wish({ type: 'startBreak' })}
        onLater={wish({ type: 'snooze' })}
      />
    );
  const pattern = state.break?.pattern ?? null;
  const { minuteOfDay, date, day } = localAt(atMs);
  const { current } = trial.value;
  // One question is enough.
  const trialAsks = current !== null && !isOver(current);
  const mayAsk = settings.tensionQuestion && !trialAsks && tension.problem?.is !== 'newer';
  const of = tally.lastBreak?.endedAtMs ?? 0;
  return (
    <Break
      session={state.break}
      settings={settings}
      preferences={preferences.value}
      hushed={hushIn(stored)}
      firstEver={!tally.careRead}
      firstTime={pattern !== null && !tally.patternsTaken.includes(pattern)}
      takenByKind={tally.takenByKind}
      tension={
        mayAsk
          ? {
              tension: tension.value,
              of,
              snoozed: tally.snoozesNow > 0,
              date,
              dice,
              change: (change) => void changePageRecord('tension', change),
            }
          : undefined
      }
      trial={
        current
          ? {
              trial: current,
              of,
              day,
              isDue: isDueBreak(stored, atMs),
              toss,
              change: changeCurrent,
              onPutOff: wish({ type: 'leaveBreak', putsOff: true }),
            }
          : undefined
      }
      nowMs={nowMs}
      evening={isEvening(minuteOfDay, settings.eveningHour)}
      inputWithin={inputWithin}
      muteOthers={muteOthers}
      fillScreen={fillScreen}
      onLeave={wish({ type: 'leaveBreak' })}
      onFinish={wish({ type: 'leaveBreak' })}
      onBack={() => void backToWork()}
      onBegin={wish({ type: 'startBreak' })}
      onWaitForCaution={wish({ type: 'waitForCaution' })}
      onCareRead={wish({ type: 'careRead' })}
      onUnwatched={wish({ type: 'markUnwatched' })}
      onPreferences={(patch) =>
        void changePageRecord('preferences', (value) => withPreferencesPatch(value, patch))
      }
    />
  );
}

const toss = (): boolean => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 2 === 1;

/** Changes the trial that is stored; null if that failed, or if it is gone. */
async function changeCurrent(change: (trial: Trial) => Trial): Promise<Trial | null> {
  let after: Trial | null = null;
  const saved = await changeTrial(({ current }) => {
    after = current && change(current);
    return { current: after };
  });
  return saved.ok ? after : null;
}

/** Where nothing can be read, the break can be left all the same. */
function leave(): void {
  void send({ type: 'leaveBreak' });
  backToWork().catch(() => close());
}

void loadPageWords().then(() => mountPage(<StoredBreak />, { leave }));
