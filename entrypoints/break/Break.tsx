import { useEffect, useRef, useState } from 'preact/hooks';
import { TakeCareDialog } from '../../components/evidence/TakeCare.tsx';
import { openSounds, type Sounds } from '../../components/sounds/sounds.ts';
import type { Part } from '../../core/breaks/plan.ts';
import type { BreakPreferences, PreferencesPatch } from '../../core/breaks/preferences.ts';
import type { Hush } from '../../core/engine/hush.ts';
import type { Settings } from '../../core/records/settings.ts';
import type { Tally } from '../../core/records/tally.ts';
import { After } from './After.tsx';
import { Before } from './Before.tsx';
import styles from './Break.module.css';
import { Care } from './Care.tsx';
import { LeaveOnly } from './Controls.tsx';
import { GoOn } from './GoOn.tsx';
import { NoBreak } from './NoBreak.tsx';
import { Running } from './Running.tsx';
import { useCautions } from './useCautions.ts';
import { useFullScreen } from './useFullScreen.ts';
import { useKeys } from './useKeys.ts';
import { useLeaving } from './useLeaving.ts';
import { useQuestion } from './useQuestion.ts';
import { type RunningBreak, type Stage, useStage } from './useStage.ts';
import { useTaken } from './useTaken.ts';
import type { TensionInputs } from './useTension.ts';
import { useTitle } from './useTitle.ts';
import type { TrialInputs } from './useTrial.ts';
import { useUnwatched } from './useUnwatched.ts';
import { useWakeLock } from './useWakeLock.ts';

export interface BreakProps {
  /** The current break, as stored. */
  session: RunningBreak | null;
  settings: Pick<Settings, 'motion' | 'puttingOff' | 'pattern' | 'surpriseLeans'>;
  /** How breaks look and sound, and what they contain. */
  preferences: BreakPreferences;
  /** Why there is no sound; null if there may be. */
  hushed?: Hush;
  /** After the evening hour, everything is dimmer. */
  evening?: boolean;
  /** The safety note has never been read. */
  firstEver: boolean;
  /** The person has never tried this pattern. */
  firstTime?: boolean;
  /** How many breaks of each kind the person has taken. */
  takenByKind?: Tally['takenByKind'];
  /** For the question about tension; absent if it is off. */
  tension?: TensionInputs | undefined;
  /** For the trial; absent if there is none. */
  trial?: TrialInputs | undefined;
  nowMs: () => number;
  inputWithin: (seconds: number) => Promise<boolean>;
  /** Mutes tabs that play sound. Returns a function that unmutes them. */
  muteOthers: () => () => void;
  /** Puts the window in full screen. Returns a function that puts it back. */
  fillScreen: () => () => void;
  onLeave: () => void;
  onFinish: () => void;
  onBack: () => void;
  onBegin: () => void;
  onWaitForCaution: () => void;
  onCareRead: () => void;
  onUnwatched: () => void;
  onPreferences: (patch: PreferencesPatch) => void;
  openSounds?: () => Sounds;
}

/** The page of a break: safety note, exercise, closing sentence, and back. */
export function Break(props: BreakProps) {
  const { session, preferences, hushed = null, evening = false, firstEver, nowMs } = props;
  const { firstTime = firstEver } = props;
  const sound = soundNow(preferences.sound, hushed, evening);
  const [careOpen, setCareOpen] = useState(false);
  const { planFor, unread, withoutHolds, ...cautions } = useCautions(props);
  const question = useQuestion(session, props, nowMs);
  const mustRead = firstEver || unread.length > 0;
  const { stage, endEcho, ...ways } = useStage({
    ...props,
    mustRead: mustRead || question.asksBefore,
    backAtMs: question.backAtMs,
    asksAfter: question.asksAfter,
    endsStill: (running) => planFor(running).at(-1)?.is === 'stillness',
    bell: sound.bell,
  });
  const asking = stage.is === 'care' && !mustRead;
  // Leaving without an answer counts as a skip.
  const going = (way: () => void) => () => {
    if (asking || stage.is === 'over') question.skip();
    way();
  };
  const back = going(ways.back);
  const { asksToLeave, leave } = useLeaving(stage, props, going(ways.leave));

  const { taken, isFirst } = useTaken(session, props.takenByKind);
  const plan = 'session' in stage ? planFor(stage.session) : [];
  const running = stage.is === 'running' ? stage.session : null;
  useEffect(() => {
    return preferences.muteTabs && running !== null ? props.muteOthers() : undefined;
  }, [preferences.muteTabs, running?.startedAtMs]);

  // The break waits until its safety note is read and the question before it is answered.
  const mustWait = unread.length > 0 || question.asksBefore;
  const waits = session !== null && mustWait && !session.doesNotCount;
  useEffect(() => {
    if (waits) props.onWaitForCaution();
  }, [waits]);

  useFullScreen(stage, props);
  useWakeLock(stage.is === 'running' || stage.is === 'echo');
  const { inputWithin, onUnwatched } = props;
  const elsewhere = useUnwatched({ running, inputWithin, onUnwatched });
  useTitle(stage, elsewhere);

  const page = useRef<HTMLElement>(null);
  /** Esc closes what is open before it leaves. */
  function closesPace(): boolean {
    const toggle = page.current?.querySelector<HTMLElement>('[aria-expanded="true"]');
    toggle?.click();
    toggle?.focus();
    return toggle != null;
  }

  useKeys((event) => {
    if (careOpen) return;
    if (event.key === 'Escape' && closesPace()) return;
    if (event.key === 'Escape') leave();
    else if (stage.is === 'echo') endEcho();
    else if (event.key === 'Enter' && canGoBack(stage) && !isButton(event.target)) back();
  });

  useEffect(() => focusHeading(page.current), [stage.is, asking]);

  const begin = () => {
    props.onCareRead();
    if (session === null) props.onBegin();
  };

  return (
    <main
      class={styles.page}
      ref={page}
      data-stage={stage.is}
      data-scene={sceneOf(preferences.scene, evening, plan)}
      onPointerDown={stage.is === 'echo' ? endEcho : undefined}
    >
      {'session' in stage && (
        <Running
          {...props}
          preferences={{
            ...preferences,
            voiceLoudness: inEvening(preferences.voiceLoudness, evening),
          }}
          stage={stage}
          plan={plan}
          sound={sound}
          firstTime={firstTime}
          taken={taken}
          isFirst={isFirst}
          hushed={hushed}
          asksToLeave={asksToLeave}
          openSounds={props.openSounds ?? openSounds}
          onCare={() => setCareOpen(true)}
          onLeave={leave}
        />
      )}
      {stage.is === 'over' && (
        <After
          session={stage.session}
          plan={plan}
          preferences={preferences}
          left={stage.left}
          isTaken={stage.taken}
          taken={taken}
          question={question.after(stage.session)}
          reading={careOpen}
          onBack={back}
        />
      )}
      {asking && (
        <Before
          tosses={question.tosses}
          onAnswer={(rating) => question.answerBefore(rating, begin)}
        />
      )}
      {stage.is === 'care' && !asking && (
        <Care
          whole={firstEver}
          notes={unread}
          onRead={() => {
            cautions.markRead();
            begin();
          }}
          onOneHand={
            cautions.mayUseOneHand
              ? () => {
                  props.onPreferences({ oneHand: true });
                  cautions.markRead();
                  begin();
                }
              : undefined
          }
          onWithoutHolds={
            withoutHolds && !firstEver
              ? () => {
                  cautions.breatheInstead(withoutHolds);
                  props.onCareRead();
                }
              : undefined
          }
        />
      )}
      {stage.is === 'goOn' && <GoOn backAtMs={stage.backAtMs} onBack={back} />}
      {stage.is === 'none' && <NoBreak onBegin={props.onBegin} onBack={back} />}
      {canOnlyLeave(stage) && <LeaveOnly onLeave={leave} />}
      <TakeCareDialog open={careOpen} onClose={() => setCareOpen(false)} />
    </main>
  );
}

/** If the focused element is gone, focuses the heading. Never moves a focus that is elsewhere. */
function focusHeading(page: HTMLElement | null): void {
  if (document.activeElement === null || document.activeElement === document.body)
    page?.querySelector('h1')?.focus();
}

/** The share of the volume in the evening. */
const EVENING_SHARE = 0.6;

function soundNow(
  sound: BreakPreferences['sound'],
  hushed: Hush,
  evening: boolean,
): BreakPreferences['sound'] {
  const heard = hushed !== null ? { ...sound, bell: false, breathing: false } : sound;
  return { ...heard, loudness: inEvening(heard.loudness, evening) };
}

const inEvening = (percent: number, evening: boolean): number =>
  evening ? Math.round(percent * EVENING_SHARE) : percent;

/** Paper is for daylight only. A break that gets dark does not start bright. */
function sceneOf(scene: BreakPreferences['scene'], evening: boolean, plan: readonly Part[]) {
  const darkens = plan.some(({ is }) => is === 'stillness');
  const chosen = scene === 'paper' && (evening || darkens) ? 'dusk' : scene;
  return chosen === 'dusk' && evening ? 'evening' : chosen;
}

const canGoBack = ({ is }: Stage) => is === 'over' || is === 'goOn' || is === 'none';

const canOnlyLeave = ({ is }: Stage) => is === 'over' || is === 'care';

/** A target that Enter presses. */
const isButton = (target: EventTarget | null) =>
  target instanceof HTMLButtonElement && target.role !== 'radio';
