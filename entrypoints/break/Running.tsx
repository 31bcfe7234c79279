import { useMemo, useState } from 'preact/hooks';
import { useReducedMotion } from '../../components/live/useReducedMotion.ts';
import type { Sounds } from '../../components/sounds/sounds.ts';
import { amountOf } from '../../core/breaks/amount.ts';
import { arrivesAtSeconds, type Part, partAt } from '../../core/breaks/plan.ts';
import { type BreakPreferences, isKnownPattern, patternOf } from '../../core/breaks/preferences.ts';
import { linesFor } from '../../core/breaks/timeline.ts';
import type { Hush } from '../../core/engine/hush.ts';
import { kindWord } from '../../core/kinds.ts';
import { RULES_OF } from '../../core/records/puttingOff.ts';
import { clockTime, duration } from '../../shell/words/durations.ts';
import { t, tn } from '../../shell/words/t.ts';
import styles from './Break.module.css';
import type { BreakProps } from './Break.tsx';
import { Controls } from './Controls.tsx';
import { EXERCISES } from './exercise/exercises.ts';
import { OfferVoice } from './OfferVoice.tsx';
import { Pace } from './Pace.tsx';
import { TimeLeft } from './TimeLeft.tsx';
import { beginsAt, useBreakSound } from './useBreakSound.ts';
import { useBreath } from './useBreath.ts';
import { useNextChange } from './useNextChange.ts';
import { useQuiet } from './useQuiet.ts';
import { useReading } from './useReading.ts';
import type { Stage } from './useStage.ts';
import { useVoice } from './useVoice.ts';

type RunningProps = Omit<BreakProps, 'session' | 'openSounds'> & {
  stage: Extract<Stage, { session: unknown }>;
  plan: readonly Part[];
  /** The current sound settings. */
  sound: BreakPreferences['sound'];
  firstTime: boolean;
  hushed: Hush;
  /** How many breaks of this kind were taken before this one. */
  taken: number;
  /** The person has never taken a break. */
  isFirst: boolean;
  asksToLeave: boolean;
  openSounds: () => Sounds;
  onCare: () => void;
  onLeave: () => void;
};

/**
 * The controls fade after three seconds without input. At first they stay longer in a page that darkens, until
 * it is dark, and if they offer something.
 */
const CONTROLS_MS = 3000;
const CONTROLS_AT_FIRST_MS = 9000;

/** A running break: the current part, and its controls. */
export function Running(props: RunningProps) {
  const { stage, plan, settings, preferences, sound, firstTime, hushed, nowMs } = props;
  const { session } = stage;
  const [still, setStill] = useState(false);
  const [paceOpen, setPaceOpen] = useState(false);
  const reduced = useReducedMotion(settings.motion);

  const breakBeginsAtMs = beginsAt(session);
  const part = partAt(plan, nowMs() - breakBeginsAtMs);
  const next = plan[plan.indexOf(part as Part) + 1];
  useNextChange(next ? breakBeginsAtMs + arrivesAtSeconds(next) * 1000 : null, nowMs);

  const beginsAtMs = breakBeginsAtMs + (part?.atSeconds ?? 0) * 1000;
  const pattern = part?.is === 'breathing' ? patternOf(part.pattern, preferences) : null;
  const breath = useBreath({
    pattern,
    beginsAtMs,
    endsAtMs: beginsAtMs + (part?.seconds ?? 0) * 1000,
    firstTime,
    nowMs,
  });
  const dark = part?.is === 'stillness';
  const cueVoice = useVoice(preferences.cue === 'voice', preferences.voice);
  const reading = useReading({
    plan,
    preferences,
    bell: sound.bell,
    hushed: hushed !== null,
    startedAtMs: session.startedAtMs,
  });
  const why = whyDrawn(props);
  const { quiet, fullScreen } = useControls(props, dark || why !== null || reading.shown === 'ask');
  const words = amountOf(preferences.words, props.taken);
  const lines = useMemo(
    () =>
      linesFor(plan, {
        preferences,
        words,
        by: reading.by,
        firstTime,
        turn: Math.floor(session.startedAtMs / 1000),
      }),
    // The lines stay the same once the break has begun, even if the pace changes.
    [JSON.stringify(plan), reading.by, firstTime, session.startedAtMs, words],
  );
  useBreakSound({
    stage,
    plan,
    doing: part?.is ?? 'stillness',
    heard: { ...preferences, sound, noise: preferences.noise && hushed === null },
    lines,
    reading,
    breath: breath.guide,
    nowMs,
    openSounds: props.openSounds,
  });

  // Sounds that are still playing also end here.
  if (part === null || stage.is === 'over') return null;
  const timeWords = () => {
    if (preferences.endsAt) return t('break_endsAt', clockTime(session.endsAtMs));
    // Someone who moves the pointer in the dark wants to know the time left.
    const leftMs = Math.max(0, session.endsAtMs - nowMs());
    return dark && !quiet ? t('break_timeLeft', duration(leftMs, 'toCome')) : null;
  };
  const Exercise = EXERCISES[part.is];
  const pace = pattern !== null && pattern.inSeconds > 0 && breath.guide;
  const opened = pace && paceOpen;
  // A voice and a screen reader would talk over one another.
  const saysPhases = sound.breathing && cueVoice !== null;
  return (
    <div class={styles.running} data-quiet={quiet}>
      <h1 class="visually-hidden" tabIndex={-1}>
        {t(`break_heading_${kindWord(session.kind)}`)}
      </h1>
      <div class={styles.top} data-faded={quiet && !opened && !props.asksToLeave}>
        <Controls
          doing={part.is}
          sound={sound}
          hushed={hushed}
          still={still}
          why={why}
          time={timeWords()}
          paceOpen={pace ? paceOpen : null}
          onPace={setPaceOpen}
          voice={reading.shown === 'ask' ? null : reading.shown}
          onVoice={(on) => props.onPreferences({ readAloud: on ? 'on' : 'off' })}
          onSetSound={(patch) => props.onPreferences({ sound: patch })}
          onCare={props.onCare}
          strict={RULES_OF[settings.puttingOff].staysForHalf}
          asksToLeave={props.asksToLeave}
          fullScreen={fullScreen}
          onFullScreen={(wanted) => props.onPreferences({ fullScreen: wanted })}
          onStill={setStill}
          onLeave={props.onLeave}
        />
        {reading.shown === 'ask' && (
          <OfferVoice onAnswer={(readAloud) => props.onPreferences({ readAloud })} />
        )}
        {opened && pattern && (
          <Pace
            pattern={breath.next ?? pattern}
            usual={pattern}
            onChange={breath.change}
            onOwn={(seconds) => {
              if (part.is === 'breathing' && isKnownPattern(part.pattern))
                props.onPreferences({ paces: { [part.pattern]: seconds } });
            }}
          />
        )}
      </div>
      <Exercise
        part={part}
        beginsAtMs={beginsAtMs}
        breath={breath.guide}
        lines={lines}
        breakBeginsAtMs={breakBeginsAtMs}
        bell={sound.bell}
        reduced={reduced}
        still={still}
        by={reading.by}
        written={reading.written}
        announcePhases={preferences.announcePhases && !saysPhases}
        words={words}
        countdown={preferences.countdown}
        nowMs={nowMs}
      />
      <TimeLeft
        startedAtMs={session.startedAtMs}
        endsAtMs={session.endsAtMs}
        steps={reduced || still}
        dim={dark}
        nowMs={nowMs}
      />
    </div>
  );
}

/** Why this kind was drawn, if the person wanted something else each time. */
function whyDrawn({ stage, settings, taken }: RunningProps): string | null {
  if (!stage.session.drawn) return null;
  return settings.surpriseLeans && taken > 0
    ? tn('break_drawn_finished', taken)
    : t('break_drawn_chance');
}

/** Whether the controls are out of sight, and whether breaks are in full screen: null if that is not offered. */
function useControls(
  { isFirst, preferences, hushed }: Pick<RunningProps, 'isFirst' | 'preferences' | 'hushed'>,
  stay: boolean,
) {
  const quiet = useQuiet(CONTROLS_MS, stay || isFirst ? CONTROLS_AT_FIRST_MS : CONTROLS_MS);
  // It stays in view once it was, so that a choice can be undone.
  const [offered] = useState(isFirst || preferences.fullScreen);
  return { quiet, fullScreen: offered && hushed === null ? preferences.fullScreen : null };
}
