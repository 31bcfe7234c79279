import { useState } from 'preact/hooks';
import { OWN_LIMITS, type OwnBreak } from '../../../core/breaks/preferences.ts';
import { readingSeconds } from '../../../core/breaks/readingTime.ts';
import { own } from '../../../core/own.ts';
import { length } from '../../../shell/words/durations.ts';
import { t, tn } from '../../../shell/words/t.ts';
import type { GuideSaving } from '../useSaving.ts';
import { OwnBreakEditor } from './OwnBreakEditor.tsx';
import { OwnList } from './OwnList.tsx';
import { freeName, newId } from './ownThings.ts';

/** Own breaks: a title, and steps in the person's own words. */
export function OwnBreaks({ guiding: { shown, refused, change } }: { guiding: GuideSaving }) {
  const theirs = shown.ownBreaks;
  const [isFull, setFull] = useState(false);
  const store = (id: string, wanted: OwnBreak | null, how?: 'typed') =>
    change(`ownBreaks.${id}`, { ownBreaks: { [id]: wanted } }, how);

  function add(): string | null {
    const titles = Object.values(theirs).map(({ title }) => title);
    const full = titles.length >= OWN_LIMITS.breaks;
    setFull(full);
    if (full) return null;
    const id = newId();
    store(id, { title: freeName(t('settings_ownBreak_new'), titles), steps: [] });
    return id;
  }

  return (
    <OwnList
      things={Object.entries(theirs).map(([id, { title, steps }]) => ({
        id,
        name: title,
        aside: readingWords(steps),
      }))}
      add={t('settings_ownBreak_add')}
      full={isFull ? tn('problem_ownBreaks_many', OWN_LIMITS.breaks) : undefined}
      onAdd={add}
      onRemove={(id) => {
        setFull(false);
        store(id, null);
      }}
      editor={(id) => (
        <OwnBreakEditor
          stored={own(theirs, id) as OwnBreak}
          refusal={own(refused, `ownBreaks.${id}`)}
          onChange={(wanted) => store(id, wanted, 'typed')}
        />
      )}
    />
  );
}

/** How long it takes to read the steps. */
function readingWords(steps: readonly string[]): string {
  const seconds = steps.reduce((sum, step) => sum + readingSeconds(step), 0);
  return seconds === 0
    ? t('settings_ownBreak_empty')
    : t('settings_ownBreak_reading', length(seconds));
}
