import { useEffect, useMemo } from 'preact/hooks';
import { useShown } from '../../components/useShown.ts';
import { BREAK_KINDS } from '../../core/breaks.ts';
import { another, explain } from '../../core/explain.ts';
import { factsOf } from '../../core/facts.ts';
import type { Shown } from '../../core/shown.ts';
import { type Local, MINUTE_MS } from '../../core/time.ts';
import type { Stored } from '../../core/turn.ts';
import type { View } from '../../core/view.ts';
import { Words } from './Words.tsx';

export interface LiveWordsProps {
  view: View;
  local: Local;
  stored: Pick<Stored, 'settings' | 'tally'>;
  onShown: (shown: Shown) => void;
}

/** Chooses the explanation that fits, and has it noted that it was shown. Loaded after the first picture. */
export function LiveWords({ view, local, stored, onShown }: LiveWordsProps) {
  const shown = useShown();
  const facts = factsOf(view, stored.settings, stored.tally, local);

  // The words need no second look within the minute.
  const explanation = useMemo(
    () => shown && explain(facts, shown, BREAK_KINDS),
    [stored, shown, Math.floor(view.atMs / MINUTE_MS)],
  );
  const chosen = explanation?.shown ?? null;
  useEffect(() => {
    if (chosen !== null && chosen !== shown) onShown(chosen);
  }, [chosen]);

  return (
    <Words
      view={view}
      explanation={explanation}
      onAnother={() => shown && onShown(another(facts, shown, BREAK_KINDS).shown)}
    />
  );
}
