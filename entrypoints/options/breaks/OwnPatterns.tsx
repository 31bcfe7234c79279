import { useState } from 'preact/hooks';
import { OWN_LIMITS, type OwnPattern, patternOf } from '../../../core/breaks/preferences.ts';
import { own } from '../../../core/own.ts';
import type { PatternId } from '../../../core/patternIds.ts';
import { PATTERNS, phases } from '../../../core/patterns.ts';
import type { Settings } from '../../../core/records/settings.ts';
import { t, tn } from '../../../shell/words/t.ts';
import type { GuideSaving } from '../useSaving.ts';
import { OwnList } from './OwnList.tsx';
import { OwnPatternEditor } from './OwnPatternEditor.tsx';
import { freeName, newId } from './ownThings.ts';
import { breathInWords } from './paceWords.ts';

interface OwnPatternsProps {
  guiding: GuideSaving;
  motion: Settings['motion'];
  onRemoved: (id: PatternId) => void;
}

/** Own breathing patterns. */
export function OwnPatterns({ guiding, motion, onRemoved }: OwnPatternsProps) {
  const { shown, refused, change } = guiding;
  const theirs = shown.ownPatterns;
  const [isFull, setFull] = useState(false);
  const store = (id: string, pattern: OwnPattern | null, how?: 'typed') =>
    change(`ownPatterns.${id}`, { ownPatterns: { [id]: pattern } }, how);

  function add(): string | null {
    const names = Object.values(theirs).map(({ name }) => name);
    const full = names.length >= OWN_LIMITS.patterns;
    setFull(full);
    if (full) return null;
    const id = newId();
    const { inSeconds, outSeconds } = PATTERNS.longExhale;
    store(id, {
      ...phases(inSeconds, 0, 0, outSeconds, 0),
      name: freeName(t('settings_ownPattern_new'), names),
    });
    return id;
  }

  return (
    <OwnList
      things={Object.entries(theirs).map(([id, { name }]) => ({
        id,
        name,
        aside: breathInWords(patternOf(id as PatternId, shown)),
      }))}
      add={t('settings_ownPattern_add')}
      full={isFull ? tn('problem_ownPatterns_many', OWN_LIMITS.patterns) : undefined}
      onAdd={add}
      onRemove={(id) => {
        setFull(false);
        store(id, null);
        onRemoved(id as PatternId);
      }}
      editor={(id) => (
        <OwnPatternEditor
          stored={own(theirs, id) as OwnPattern}
          pattern={patternOf(id as PatternId, shown)}
          refusal={own(refused, `ownPatterns.${id}`)}
          motion={motion}
          onChange={(pattern) => store(id, pattern, 'typed')}
        />
      )}
    />
  );
}
