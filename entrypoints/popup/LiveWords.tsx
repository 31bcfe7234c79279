import { useEffect, useMemo } from 'preact/hooks';
import { useAskedLess, useShown } from '../../components/useNotes.ts';
import { BREAK_KINDS } from '../../core/breaks.ts';
import { offersLess } from '../../core/enough.ts';
import type { Command } from '../../core/event.ts';
import { another, explain } from '../../core/explain.ts';
import { factsOf } from '../../core/facts.ts';
import type { Shown } from '../../core/shown.ts';
import { type Local, MINUTE_MS } from '../../core/time.ts';
import type { Stored } from '../../core/turn.ts';
import type { View } from '../../core/view.ts';
import { Enough } from './Enough.tsx';
import { Words } from './Words.tsx';

export interface LiveWordsProps {
  view: View;
  local: Local;
  stored: Pick<Stored, 'settings' | 'tally'>;
  onNote: (note: 'shown' | 'askedLess', value: unknown) => void;
  onCommand: (command: Command) => void;
}

/** Chooses the explanation that fits, and has it noted that it was shown. Loaded after the first picture. */
export function LiveWords({ view, local, stored, onNote, onCommand }: LiveWordsProps) {
  const { settings, tally } = stored;
  const onShown = (next: Shown) => onNote('shown', next);
  const answeredAtBreak = useAskedLess();
  const offers =
    view.phase !== 'break' && answeredAtBreak !== undefined && offersLess(tally, answeredAtBreak);
  const shown = useShown();
  const facts = factsOf(view, settings, tally, local);

  // The words need no second look within the minute.
  const explanation = useMemo(
    () =>
      offers || answeredAtBreak === undefined ? null : shown && explain(facts, shown, BREAK_KINDS),
    [stored, shown, answeredAtBreak, Math.floor(view.atMs / MINUTE_MS)],
  );
  const chosen = explanation?.shown ?? null;
  useEffect(() => {
    if (chosen !== null && chosen !== shown) onShown(chosen);
  }, [chosen]);

  if (offers)
    return (
      <Enough
        settings={settings}
        skipped={tally.skippedInARow}
        onAnswer={(patch) => {
          onNote('askedLess', tally.breaksEver);
          if (patch !== null) onCommand({ type: 'changeSettings', patch });
        }}
      />
    );
  return (
    <Words
      view={view}
      explanation={explanation}
      onAnother={() => shown && onShown(another(facts, shown, BREAK_KINDS).shown)}
    />
  );
}
