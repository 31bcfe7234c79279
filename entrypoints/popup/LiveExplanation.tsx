import { useEffect, useMemo } from 'preact/hooks';
import { OFFERED_STYLES } from '../../components/asking/promptStyles.ts';
import { usePageRecord } from '../../components/live/usePageRecord.ts';
import {
  type Answered,
  askLessKey,
  type Doubt,
  doubtAbout,
  faultToTell,
} from '../../core/engine/askLess.ts';
import type { Command } from '../../core/engine/event.ts';
import { dayEnd } from '../../core/engine/hours.ts';
import type { View } from '../../core/engine/view.ts';
import { EXPLAIN_KINDS } from '../../core/explain/articles.ts';
import { another, explain } from '../../core/explain/explain.ts';
import { factsOf } from '../../core/explain/facts.ts';
import type { Shown } from '../../core/explain/shown.ts';
import { massageDone, massageDue, massageLater } from '../../core/personal/massage.ts';
import { isOffered, withOffered } from '../../core/personal/tension.ts';
import type { Settings } from '../../core/records/settings.ts';
import type { Stored } from '../../core/records/stored.ts';
import { type Local, MINUTE_MS } from '../../core/time.ts';
import { instantOf } from '../../shell/clock.ts';
import { changePageRecord } from '../../shell/storage/pageRecords.ts';
import { clockTime } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import { AskLess, canAskLess } from './AskLess.tsx';
import day from './DayLine.module.css';
import { ExplanationPanel } from './ExplanationPanel.tsx';
import { MassageLine } from './MassageLine.tsx';
import { OfferNotifications } from './OfferNotifications.tsx';
import { OfferTension } from './OfferTension.tsx';
import { Unseen, type UnseenProps } from './Unseen.tsx';
import { useLockedSettings } from './useLockedSettings.ts';
import { useSystem } from './useSystem.ts';
import { WindowFault } from './WindowFault.tsx';

export interface LiveExplanationProps {
  view: View;
  local: Local;
  stored: Pick<Stored, 'settings' | 'state' | 'tally'>;
  onCommand: (command: Command) => void;
  onSettings: () => void;
}

/** Safari has no notifications that could be offered. */
const doubtHere: typeof doubtAbout = import.meta.env.SAFARI
  ? (stored, answered) => doubtAbout(stored, { ...answered, offeredElsewhere: true })
  : doubtAbout;

interface Known {
  answered: Answered;
  /** The settings that an organization has locked. */
  locked: Partial<Settings>;
}

/** What decides whether anything is asked; null until all of it is known, so that nothing else is shown first. */
function useKnown(): Known | null {
  const answered = usePageRecord('answered')?.value ?? null;
  const locked = useLockedSettings();
  return answered && locked && { answered, locked };
}

/** Where an organization leaves nothing to change, there is no question. */
function askable(stored: LiveExplanationProps['stored'], { answered, locked }: Known): Doubt {
  const doubt = doubtHere(stored, answered);
  return doubt === 'tooOften' && !canAskLess(stored.settings, locked) ? null : doubt;
}

/** The person is asked about tension already, or can’t choose to be. */
const isSettled = (settings: Settings, known: Known | null): boolean =>
  settings.tensionQuestion || known === null || Object.hasOwn(known.locked, 'tensionQuestion');

/** Chooses the explanation and stores that it was shown. Loaded after the first paint. */
export function LiveExplanation({
  view,
  local,
  stored,
  onCommand,
  onSettings,
}: LiveExplanationProps) {
  const { settings, tally } = stored;
  const answer = (change: Partial<Answered>) =>
    void changePageRecord('answered', (value) => ({ ...value, ...change }));
  const onShown = (next: Shown) => void changePageRecord('shown', () => next);
  const known = useKnown();
  const paused = view.pausedUntilMs !== null;
  const doubt = known === null || paused ? null : askable(stored, known);
  const machine = usePageRecord('machine')?.value ?? null;
  const shown = usePageRecord('shown')?.value ?? null;
  const tension = usePageRecord('tension');
  const massage = usePageRecord('massage');
  const own = tension && massage && { tension: tension.value, massage: massage.value };
  const facts = factsOf(view, settings, tally, local, own ?? undefined);

  // The words need no second look within a minute.
  const explanation = useMemo(
    () =>
      known === null || own === null || doubt !== null
        ? null
        : shown && explain(facts, shown, EXPLAIN_KINDS),
    [stored, shown, known === null, doubt, tension, massage, Math.floor(view.atMs / MINUTE_MS)],
  );
  const chosen = explanation?.shown ?? null;
  useEffect(() => {
    if (chosen !== null && chosen !== shown) onShown(chosen);
  }, [chosen]);

  if (doubt === 'tooOften' && known)
    return (
      <AskLess
        settings={settings}
        locked={known.locked}
        asksToday={tally.asksThatDay}
        onAnswer={(patch) => {
          answer({ askedLess: askLessKey(tally) });
          if (patch !== null) onCommand({ type: 'changeSettings', patch });
        }}
      />
    );
  if (doubt === 'unseen')
    return (
      <LiveUnseen
        style={settings.promptStyle}
        offered={OFFERED_STYLES}
        onSeen={() => answer({ sawThem: tally.unansweredStreaks })}
        onSettings={onSettings}
      />
    );
  if (doubt === 'elsewhere')
    return (
      <OfferNotifications
        onSettings={onSettings}
        onLeave={() => answer({ offeredElsewhere: true })}
      />
    );
  const fault = machine && known && faultToTell(settings, machine, known.answered);
  if (fault)
    return (
      <WindowFault
        fault={fault}
        onSettings={onSettings}
        onLeave={() => answer({ windowFault: fault })}
      />
    );
  const busy = paused || view.phase === 'prompted' || view.phase === 'break';
  const offered = { breaksEver: tally.breaksEver, on: isSettled(settings, known) };
  if (tension?.problem?.is !== 'newer' && own && !busy && isOffered(own.tension, offered))
    return (
      <OfferTension
        onAnswer={(yes) => {
          void changePageRecord('tension', withOffered);
          if (yes) onCommand({ type: 'changeSettings', patch: { tensionQuestion: true } });
        }}
      />
    );
  const end = paused ? null : dayEnd(settings.hours, local);
  const ends = end === null ? null : instantOf(local.day, end);
  return (
    <>
      <ExplanationPanel
        view={view}
        explanation={explanation}
        onTry={(invitation) => onCommand({ type: 'startBreak', ...invitation })}
        onAnother={() => shown && onShown(another(facts, shown, EXPLAIN_KINDS).shown)}
      />
      {ends !== null && <p class={day.ends}>{t('popup_day_ends', clockTime(ends))}</p>}
      {own?.massage.nextDate && !busy && massageDue(own.massage, local.date) && (
        <MassageLine
          date={own.massage.nextDate}
          onDone={() => void changePageRecord('massage', (value) => massageDone(value, local.date))}
          onLater={() =>
            void changePageRecord('massage', (value) => massageLater(value, local.date))
          }
        />
      )}
    </>
  );
}

/** Only this question needs the name of the system. */
const LiveUnseen = (props: Omit<UnseenProps, 'system'>) => (
  <Unseen {...props} system={useSystem()} />
);
