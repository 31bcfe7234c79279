import { useEffect, useState } from 'preact/hooks';
import { Dots } from '../../components/evidence/Dots.tsx';
import type { Part } from '../../core/breaks/plan.ts';
import type { BreakPreferences } from '../../core/breaks/preferences.ts';
import type { StepsId } from '../../core/breaks/scripts.ts';
import { linesFor } from '../../core/breaks/timeline.ts';
import { dotsOf } from '../../core/evidence/strength.ts';
import { afterBreak } from '../../core/explain/afterBreak.ts';
import { number, t } from '../../shell/words/t.ts';
import { spoken } from './exercise/ScriptLines.tsx';
import styles from './Notice.module.css';
import { Scale } from './Scale.tsx';
import { useQuiet } from './useQuiet.ts';
import type { RunningBreak } from './useStage.ts';
import type { AfterQuestion } from './useTension.ts';

interface AfterProps {
  session: RunningBreak;
  plan: readonly Part[];
  preferences: BreakPreferences;
  /** Left by hand before its end. */
  left: boolean;
  /** At least half of it was done. */
  isTaken: boolean;
  /** How many breaks of this kind were taken before this one. */
  taken: number;
  /** The question after the break; null if there was none before, or it was skipped. */
  question: AfterQuestion | null;
  /** Something else is read over this page. */
  reading: boolean;
  onBack: () => void;
}

/** Without input the page goes back by itself after this time; sooner if the break was left early. */
const GOES_BACK_MS = 12_000;
const GOES_BACK_AFTER_LEAVING_MS = 4000;

/** The end: one sentence about what happened, and the way back. */
export function After(props: AfterProps) {
  const { session, plan, preferences, left, question, reading, onBack } = props;
  const [staying, setStaying] = useState(false);
  const goesBackMs = left && question === null ? GOES_BACK_AFTER_LEAVING_MS : GOES_BACK_MS;
  const quiet = useQuiet(staying || reading ? null : GOES_BACK_MS, goesBackMs);
  useEffect(() => {
    if (quiet) onBack();
  }, [quiet]);

  const how = { left, taken: props.isTaken, turn: props.taken };
  const said = afterBreak({ ...session, ...lastOf(session, plan), ...how });
  const end = linesFor(plan, { preferences }).at(-1);
  const dots = said?.strength ? dotsOf(said.strength) : null;
  return (
    <section class={styles.notice}>
      <h1 id="after" tabIndex={-1}>
        {question !== null && t('tension_question')}
        {question === null && (!left && end ? spoken(end) : t('break_done'))}
      </h1>
      {question && <Rating question={question} />}
      {said && (
        <div class={styles.said} role="status">
          <p class={styles.sentence}>{t(said.key)}</p>
          {said.strength && (
            <p class={styles.strength}>
              {dots && <Dots filled={dots} of={4} />}
              {t(`strength_${said.strength}`)}
            </p>
          )}
        </div>
      )}
      <div class={styles.buttons}>
        {question?.rating === null ? (
          <button type="button" class={styles.second} onClick={question.onSkip}>
            {t('tension_skip')}
          </button>
        ) : (
          !staying && (
            <button type="button" class={styles.second} onClick={() => setStaying(true)}>
              {t('break_stay')}
            </button>
          )
        )}
        <BackButton onBack={onBack} />
      </div>
      <p class={styles.byItself}>{staying ? '' : t('break_byItself')}</p>
    </section>
  );
}

/** The question again, the earlier answer beside it, and what the two can't show. */
function Rating({ question: { before, rating, onAnswer } }: { question: AfterQuestion }) {
  return (
    <>
      <Scale labelledBy="after" rating={rating} before={before} onChoose={onAnswer} />
      <div class={styles.told} role="status">
        {rating !== null && (
          <>
            <p class={styles.pair}>{t('tension_pair', number(before), number(rating))}</p>
            <p>{t('tension_cantTell')}</p>
          </>
        )}
      </div>
    </>
  );
}

const MOVES: StepsId[] = ['movement', 'seated', 'walk', 'stroll'];

/** For a break with several parts, the last one counts. */
function lastOf({ pattern }: RunningBreak, plan: readonly Part[]) {
  const last = plan.at(-1);
  switch (last?.is) {
    case 'breathing':
      return { kind: 'breathing' as const, pattern: last.pattern, seconds: last.seconds };
    case 'stillness':
      return { kind: 'stillness' as const, pattern, seconds: last.seconds };
    case 'steps':
      return MOVES.includes(last.steps) ? { kind: 'movement' as const } : {};
    case 'own':
    case undefined:
      return {};
  }
}

/** Goes back, also by its key. */
export function BackButton({ onBack }: { onBack: () => void }) {
  return (
    <button type="button" class={styles.back} aria-keyshortcuts="Enter" onClick={onBack}>
      {t('break_back')}
      <kbd>{t('break_key_enter')}</kbd>
    </button>
  );
}
