import { Button } from '../../components/kit/Button.tsx';
import type { Command } from '../../core/engine/event.ts';
import type { View } from '../../core/engine/view.ts';
import { isTaken } from '../../core/kinds.ts';
import { RULES_OF } from '../../core/records/puttingOff.ts';
import type { Settings } from '../../core/records/settings.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { clockTime, duration, length } from '../../shell/words/durations.ts';
import { beginWord } from '../../shell/words/offers.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Actions.module.css';
import type { Afterwards } from './afterwards.ts';
import { breathingOf, type Exercise, scheduledSeconds, stillnessOf } from './exercise.ts';
import { Menu } from './Menu.tsx';

interface ActionsProps {
  afterwards: Afterwards | null;
  view: View;
  settings: Settings;
  nextAfterSkipMs: number | null;
  /** Skip is offered already. */
  maySkip: boolean;
  onCommand: (command: Command) => void;
  onGoToBreak: () => void;
}

const MAIN_WORDS = { resume: 'popup_resume', takeAfterAll: 'popup_afterAll' } as const;

/** One main action, a second one, and a quiet third. */
export function Actions(props: ActionsProps) {
  const { afterwards, view, settings, onCommand } = props;
  const breathing = breathingOf(view, settings);
  const begin = ({ kind, seconds, rhythm }: Exercise) =>
    onCommand({ type: 'startBreak', kind, seconds, ...(rhythm === null ? {} : { rhythm }) });
  const more = (
    <Menu key="more" label={t('popup_more')} title={t('popup_more')} side="below" holds="list">
      {(close) => {
        const given = { view, settings, onBegin: begin, onCommand, close };
        return afterwards && <afterwards.MoreChoices {...given} />;
      }}
    </Menu>
  );
  /** “Breathe”, ended by an arrow that opens its length and pattern. */
  const breathe = (look: 'primary' | 'secondary') => (
    <div key="breathe" class={styles.breathe} data-look={look}>
      {/* The second row has no room to say that it is due. */}
      <Begin
        look={look}
        exercise={look === 'primary' ? breathing : { ...breathing, due: false }}
        onBegin={begin}
      />
      <Menu
        label={t('popup_breathe_how')}
        title={t('popup_breathe_how')}
        side="below"
        holds="panel"
        look={look}
      >
        {() =>
          afterwards && (
            <afterwards.BreathChoices
              seconds={breathing.seconds}
              pattern={settings.pattern}
              onChange={(patch) => onCommand({ type: 'changeSettings', patch })}
            />
          )
        }
      </Menu>
    </div>
  );

  if (view.break !== null)
    return (
      <Row
        first={
          <Button look="primary" key="go" onPress={props.onGoToBreak}>
            {t('popup_goToBreak')}
          </Button>
        }
        second={
          // A strict break is left early on its own page.
          (!RULES_OF[settings.puttingOff].staysForHalf || isTaken(view.break, view.atMs)) && (
            <Button key="end" onPress={() => onCommand({ type: 'leaveBreak' })}>
              {t('popup_endBreak')}
            </Button>
          )
        }
        third={null}
      />
    );

  /** A command as the main action, and a breath beside it. */
  const offering = (type: keyof typeof MAIN_WORDS) => (
    <Row
      first={
        <Button look="primary" key={type} onPress={() => onCommand({ type })}>
          {t(MAIN_WORDS[type])}
        </Button>
      }
      second={breathe('secondary')}
      third={more}
    />
  );
  if (view.pausedUntilMs !== null) return offering('resume');

  if (view.phase === 'prompted' && view.next !== null) {
    const { kind, breakSeconds, rhythm } = view.next;
    return (
      <Row
        first={
          <Begin
            look="primary"
            exercise={{ kind, seconds: breakSeconds, rhythm }}
            onBegin={begin}
          />
        }
        second={<Later settings={settings} onCommand={onCommand} />}
        third={props.maySkip && <Skip nextAtMs={props.nextAfterSkipMs} onCommand={onCommand} />}
      />
    );
  }

  if (view.afterAll) return offering('takeAfterAll');

  const still = stillnessOf(view, settings);
  const [scheduled] = scheduledSeconds(settings, 'stillness');
  const isOther = !still.due && scheduled !== undefined && scheduled !== still.seconds;
  return (
    <Row
      first={breathe('primary')}
      second={
        <Begin
          look="secondary"
          exercise={still}
          hint={isOther ? t('popup_ownLength', length(scheduled)) : undefined}
          onBegin={begin}
        />
      }
      third={more}
    />
  );
}

interface RowProps {
  first: preact.ComponentChild;
  second: preact.ComponentChild;
  third: preact.ComponentChild;
}

const Row = ({ first, second, third }: RowProps) => (
  <div class={styles.actions}>
    {first}
    <div class={styles.second}>
      {second}
      {third}
    </div>
  </div>
);

interface BeginProps {
  look: 'primary' | 'secondary';
  exercise: Exercise;
  hint?: string | undefined;
  onBegin: (exercise: Exercise) => void;
}

const Begin = ({ look, exercise, hint, onBegin }: BeginProps) => (
  <Button
    key={`begin-${exercise.kind}`}
    look={look}
    detail={
      exercise.due ? t('popup_dueLength', length(exercise.seconds)) : length(exercise.seconds)
    }
    title={hint}
    onPress={() => onBegin(exercise)}
  >
    {beginWord(exercise.kind)}
  </Button>
);

function Later({ settings, onCommand }: Pick<ActionsProps, 'settings' | 'onCommand'>) {
  const after = duration(settings.snoozeMinutes * MINUTE_MS);
  return (
    <Button
      key="later"
      detail={after}
      title={t('common_later_hint', after)}
      onPress={() => onCommand({ type: 'snooze' })}
    >
      {t('common_later')}
    </Button>
  );
}

interface SkipProps extends Pick<ActionsProps, 'onCommand'> {
  nextAtMs: number | null;
}

const Skip = ({ nextAtMs, onCommand }: SkipProps) => (
  <Button
    key="skip"
    look="quiet"
    class={styles.skip}
    detail={nextAtMs === null ? undefined : t('popup_skip_next', clockTime(nextAtMs))}
    onPress={() => onCommand({ type: 'skip' })}
  >
    {t('common_skip')}
  </Button>
);
