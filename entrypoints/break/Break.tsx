import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { TakeCareDialog } from '../../components/evidence/TakeCare.tsx';
import { openSounds, type Sounds } from '../../components/sounds/sounds.ts';
import { careNotesOf, type Part, planOf } from '../../core/breaks/plan.ts';
import {
  type BreakPreferences,
  type CareNote,
  type PreferencesPatch,
  patternOf,
} from '../../core/breaks/preferences.ts';
import { isTaken, kindWord } from '../../core/kinds.ts';
import type { KnownPattern } from '../../core/patterns.ts';
import type { Settings } from '../../core/records/settings.ts';
import { t } from '../../shell/words/t.ts';
import { After } from './After.tsx';
import { Before } from './Before.tsx';
import styles from './Break.module.css';
import { Care } from './Care.tsx';
import { LeaveOnly } from './Controls.tsx';
import { NoBreak } from './NoBreak.tsx';
import { Running } from './Running.tsx';
import { useKeys } from './useKeys.ts';
import { type RunningBreak, type Stage, useStage } from './useStage.ts';
import { type TensionInputs, useTension } from './useTension.ts';
import { useUnwatched } from './useUnwatched.ts';
import { useWakeLock } from './useWakeLock.ts';

export interface BreakProps {
  /** The break that runs, as it is stored. */
  session: RunningBreak | null;
  settings: Pick<Settings, 'motion' | 'strict' | 'pattern'>;
  /** How breaks look, sound and are filled. */
  preferences: BreakPreferences;
  /** Somebody shows their screen to others: nothing is heard. */
  hushed?: boolean;
  /** From the chosen hour on everything is dimmer. */
  evening?: boolean;
  /** The safety words have never been read. */
  firstEver: boolean;
  /** This way to breathe was never tried. */
  firstTime?: boolean;
  /** For the question how tense somebody feels; absent where it is switched off. */
  tension?: TensionInputs | undefined;
  nowMs: () => number;
  inputWithin: (seconds: number) => Promise<boolean>;
  /** Mutes the tabs that sound; gives back what lets them be heard again. */
  muteOthers: () => () => void;
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

/** In the evening everything is heard so much of as loud. */
const EVENING = 0.6;

/** The break: the safety words once, the exercise, what it was, and back. */
export function Break(props: BreakProps) {
  const {
    session,
    settings,
    preferences,
    hushed = false,
    evening = false,
    firstEver,
    firstTime = firstEver,
    nowMs,
  } = props;
  const heard = hushed
    ? { ...preferences.sound, bell: false, breathing: false }
    : preferences.sound;
  const sound = evening ? { ...heard, loudness: Math.round(heard.loudness * EVENING) } : heard;
  const [careOpen, setCareOpen] = useState(false);
  // The same break without its pauses, chosen before it began.
  const [instead, setInstead] = useState<KnownPattern | null>(null);
  // What is stored of it may come later than the break begins anew.
  const [justRead, setJustRead] = useState<readonly CareNote[]>([]);
  const planFor = (running: RunningBreak) =>
    planOf({ ...running, pattern: instead ?? running.pattern }, preferences, settings.pattern);
  const key = session && `${session.kind} ${session.pattern} ${session.seconds}`;
  const unread = useMemo(
    () =>
      session
        ? careNotesOf(planFor(session), preferences).filter(
            (note) => !preferences.careRead[note] && !justRead.includes(note),
          )
        : [],
    [key, preferences, instead, justRead],
  );
  const question = useTension(session, props.tension, nowMs);
  const mustRead = firstEver || unread.length > 0;
  const endsStill = (running: RunningBreak) => planFor(running).at(-1)?.is === 'stillness';
  const { stage, endEcho, ...ways } = useStage({
    ...props,
    mustRead: mustRead || question.asksBefore,
    endsStill,
    bell: sound.bell,
  });
  const asking = stage.is === 'care' && !mustRead;
  // Whoever goes without an answer has skipped it.
  const going = (way: () => void) => () => {
    if (asking || stage.is === 'over') question.skip();
    way();
  };
  const leave = going(ways.leave);
  const back = going(ways.back);

  const plan = 'session' in stage ? planFor(stage.session) : [];
  const running = stage.is === 'running' ? stage.session : null;
  useEffect(() => {
    return preferences.muteTabs && running !== null ? props.muteOthers() : undefined;
  }, [preferences.muteTabs, running?.startedAtMs]);

  // What a caution concerns waits until that was read; so does what is asked before it.
  const waits =
    session !== null && (unread.length > 0 || question.asksBefore) && !session.doesNotCount;
  useEffect(() => {
    if (waits) props.onWaitForCaution();
  }, [waits]);

  useWakeLock(stage.is === 'running' || stage.is === 'echo');
  const elsewhere = useUnwatched({
    running,
    inputWithin: props.inputWithin,
    onUnwatched: props.onUnwatched,
  });

  // Whoever is strict with themselves says it twice, in each break: this one began then.
  const [askedOf, setAskedOf] = useState<number | null>(null);
  const held =
    settings.strict && stage.is === 'running' && !isTaken(stage.session, nowMs())
      ? stage.session
      : null;
  const asksToLeave = held !== null && askedOf === held.startedAtMs;
  const leaveOrAsk = () => (held !== null && !asksToLeave ? setAskedOf(held.startedAtMs) : leave());

  useKeys((event) => {
    if (careOpen) return;
    if (event.key === 'Escape') leaveOrAsk();
    else if (stage.is === 'echo') endEcho();
    else if (event.key === 'Enter' && canGoBack(stage) && !isButton(event.target)) back();
  });

  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    // Focus that was lost with what it stood on goes to the heading; nobody's focus is taken.
    if (document.activeElement === null || document.activeElement === document.body)
      page.current?.querySelector('h1')?.focus();
  }, [stage.is, asking]);
  useEffect(() => {
    document.title = t(elsewhere ? 'break_title_elsewhere' : `break_title_${titleOf(stage)}`);
  }, [stage.is, elsewhere]);

  const readCare = () => {
    setJustRead([...justRead, ...unread]);
    if (unread.length > 0)
      props.onPreferences({ careRead: Object.fromEntries(unread.map((note) => [note, true])) });
    begin();
  };
  const begin = () => {
    props.onCareRead();
    if (session === null) props.onBegin();
  };
  const withoutHolds =
    session && unread.includes('holds')
      ? patternOf(session.pattern ?? settings.pattern, preferences).withoutHolds
      : null;

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
          stage={stage}
          plan={plan}
          sound={sound}
          firstTime={firstTime}
          hushed={hushed}
          asksToLeave={asksToLeave}
          openSounds={props.openSounds ?? openSounds}
          onCare={() => setCareOpen(true)}
          onLeave={leaveOrAsk}
        />
      )}
      {stage.is === 'over' && (
        <After
          session={stage.session}
          plan={plan}
          preferences={preferences}
          left={stage.left}
          question={question.after(stage.session)}
          reading={careOpen}
          onBack={back}
        />
      )}
      {asking && (
        <Before
          onAnswer={(rating) => {
            question.answerBefore(rating);
            begin();
          }}
        />
      )}
      {stage.is === 'care' && !asking && (
        <Care
          whole={firstEver}
          notes={unread}
          onRead={readCare}
          onWithoutHolds={
            withoutHolds && !firstEver
              ? () => {
                  setInstead(withoutHolds);
                  props.onCareRead();
                }
              : undefined
          }
        />
      )}
      {stage.is === 'none' && <NoBreak onBegin={props.onBegin} onBack={back} />}
      {(stage.is === 'over' || stage.is === 'care') && <LeaveOnly onLeave={leave} />}
      <TakeCareDialog open={careOpen} onClose={() => setCareOpen(false)} />
    </main>
  );
}

/** Paper is for daylight; and where it grows dark, it was not bright before. */
function sceneOf(scene: BreakPreferences['scene'], evening: boolean, plan: readonly Part[]) {
  const darkens = plan.some(({ is }) => is === 'stillness');
  const chosen = scene === 'paper' && (evening || darkens) ? 'dusk' : scene;
  return chosen === 'dusk' && evening ? 'evening' : chosen;
}

const canGoBack = (stage: Stage) => stage.is === 'over' || stage.is === 'none';

/** One that Enter presses. */
const isButton = (target: EventTarget | null) =>
  target instanceof HTMLButtonElement && target.role !== 'radio';

function titleOf(stage: Stage) {
  switch (stage.is) {
    case 'running':
    case 'echo':
      return kindWord(stage.session.kind);
    case 'over':
    case 'gone':
      return 'done';
    case 'care':
    case 'none':
      return stage.is;
  }
}
