import { useEffect, useRef, useState } from 'preact/hooks';
import { EXERCISES } from '../../components/exercises.ts';
import { openSounds, type Sounds } from '../../components/sounds.ts';
import { TakeCareDialog } from '../../components/TakeCare.tsx';
import { TimeLeft } from '../../components/TimeLeft.tsx';
import { isTaken } from '../../core/breaks.ts';
import { linesFor } from '../../core/script.ts';
import type { Settings } from '../../core/settings.ts';
import { t } from '../../shell/words.ts';
import { After } from './After.tsx';
import { BeforeFirst } from './BeforeFirst.tsx';
import styles from './Break.module.css';
import { Controls, LeaveOnly } from './Controls.tsx';
import { NoBreak } from './NoBreak.tsx';
import { beginsAt, useBreakSound } from './useBreakSound.ts';
import { useKeys } from './useKeys.ts';
import { useQuiet } from './useQuiet.ts';
import { useReducedMotion } from './useReducedMotion.ts';
import { type RunningBreak, type Stage, useStage } from './useStage.ts';
import { useWakeLock } from './useWakeLock.ts';

export interface BreakProps {
  /** The break that runs, as it is stored. */
  brk: RunningBreak | null;
  settings: Pick<Settings, 'sound' | 'motion' | 'announcePhases' | 'strict'>;
  /** Somebody shows their screen to others: nothing is heard. */
  hushed?: boolean;
  /** The safety words have never been read. */
  firstEver: boolean;
  /** This way to breathe was never tried. */
  firstTime?: boolean;
  nowMs: () => number;
  onLeave: () => void;
  onFinish: () => void;
  onBack: () => void;
  onBegin: () => void;
  onCareRead: () => void;
  onSetSound: (patch: Partial<Settings['sound']>) => void;
  openSounds?: () => Sounds;
}

/** In stillness the controls go after three seconds; at first they stay until it has grown dark. */
const CONTROLS_MS = 3000;
const CONTROLS_AT_FIRST_MS = 9000;

/** The break: the safety words once, the exercise, what it was, and back. */
export function Break(props: BreakProps) {
  const { brk, settings, hushed = false, firstEver, firstTime = firstEver, nowMs } = props;
  const sound = hushed ? { ...settings.sound, bell: false, breathing: false } : settings.sound;
  const { stage, leave, back, endEcho } = useStage({ ...props, bell: sound.bell });
  const [careOpen, setCareOpen] = useState(false);
  const [still, setStill] = useState(false);
  const reduced = useReducedMotion(settings.motion);
  const dark = isDark(stage);
  const quiet = useQuiet(dark ? CONTROLS_MS : null, CONTROLS_AT_FIRST_MS);

  useBreakSound({ stage, sound, firstTime, nowMs, openSounds: props.openSounds ?? openSounds });
  useWakeLock(stage.is === 'running' || stage.is === 'echo');

  // Whoever is strict with themselves says it twice, in each break: this one began then.
  const [askedOf, setAskedOf] = useState<number | null>(null);
  const held =
    settings.strict && stage.is === 'running' && !isTaken(stage.brk, nowMs()) ? stage.brk : null;
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
    document.title = t(`break_title_${titleOf(stage)}`);
    // Focus that was lost with what it stood on goes to the heading; nobody's focus is taken.
    if (document.activeElement === null || document.activeElement === document.body)
      page.current?.querySelector('h1')?.focus();
  }, [stage.is]);

  const readCare = () => {
    props.onCareRead();
    if (brk === null) props.onBegin();
  };

  return (
    <main
      class={styles.page}
      ref={page}
      data-stage={stage.is}
      data-quiet={dark && quiet}
      onPointerDown={stage.is === 'echo' ? endEcho : undefined}
    >
      {(stage.is === 'running' || stage.is === 'echo') && (
        <>
          <h1 class="visually-hidden" tabIndex={-1}>
            {t(`break_heading_${stage.brk.kind}`)}
          </h1>
          <Controls
            kind={stage.brk.kind}
            sound={sound}
            hushed={hushed}
            still={still}
            faded={dark && quiet}
            onSetSound={props.onSetSound}
            onCare={() => setCareOpen(true)}
            strict={settings.strict}
            asksToLeave={asksToLeave}
            onStill={setStill}
            onLeave={leaveOrAsk}
          />
          <Exercise
            brk={stage.brk}
            {...{ firstTime, reduced, still, nowMs }}
            bell={sound.bell}
            announcePhases={settings.announcePhases}
          />
          <TimeLeft
            startedAtMs={stage.brk.startedAtMs}
            endsAtMs={stage.brk.endsAtMs}
            steps={reduced || still}
            dim={dark}
            nowMs={nowMs}
          />
        </>
      )}
      {stage.is === 'over' && (
        <After brk={stage.brk} left={stage.left} reading={careOpen} onBack={back} />
      )}
      {stage.is === 'care' && <BeforeFirst onRead={readCare} />}
      {stage.is === 'none' && <NoBreak onBegin={props.onBegin} onBack={back} />}
      {(stage.is === 'over' || stage.is === 'care') && <LeaveOnly onLeave={leave} />}
      <TakeCareDialog open={careOpen} onClose={() => setCareOpen(false)} />
    </main>
  );
}

interface ExerciseHolderProps {
  brk: RunningBreak;
  firstTime: boolean;
  bell: boolean;
  reduced: boolean;
  still: boolean;
  announcePhases: boolean;
  nowMs: () => number;
}

function Exercise({ brk, ...shown }: ExerciseHolderProps) {
  const { kind, pattern, seconds } = brk;
  const Kind = EXERCISES[kind];
  const { bell, firstTime } = shown;
  return (
    <Kind
      {...shown}
      pattern={pattern}
      seconds={seconds}
      beginsAtMs={beginsAt(brk)}
      lines={linesFor(kind, pattern, seconds, { bell, firstTime })}
    />
  );
}

const isDark = (stage: Stage) =>
  (stage.is === 'running' || stage.is === 'echo') && stage.brk.kind === 'stillness';

const canGoBack = (stage: Stage) => stage.is === 'over' || stage.is === 'none';

const isButton = (target: EventTarget | null) => target instanceof HTMLButtonElement;

function titleOf(stage: Stage) {
  switch (stage.is) {
    case 'running':
    case 'echo':
      return stage.brk.kind;
    case 'over':
    case 'gone':
      return 'done';
    case 'care':
    case 'none':
      return stage.is;
  }
}
