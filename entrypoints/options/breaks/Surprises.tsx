import { useState } from 'preact/hooks';
import { careNotesOf, planOf } from '../../../core/breaks/plan.ts';
import type { BreakPreferences } from '../../../core/breaks/preferences.ts';
import { BREAK_KINDS, type KnownKind } from '../../../core/kinds.ts';
import { t, tn } from '../../../shell/words/t.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import { Unfolding } from '../Unfolding.tsx';
import type { Saving } from '../useSaving.ts';
import styles from './Surprises.module.css';

interface SurprisesProps {
  saving: Saving;
  preferences: BreakPreferences;
}

/** Long enough that every part of a break occurs. */
const SECONDS = 600;

/** The kinds that a surprise is drawn from, and the cautions for each. */
export function Surprises({ saving: { shown, change }, preferences }: SurprisesProps) {
  const [wasLast, setWasLast] = useState(false);
  const { surprises, surpriseLeans, pattern } = shown;
  function choose(kind: KnownKind, on: boolean) {
    const next = BREAK_KINDS.filter((each) => (each === kind ? on : surprises.includes(each)));
    setWasLast(next.length === 0);
    if (next.length > 0) change('surprises', { surprises: next });
  }
  const careOf = (kind: KnownKind) => {
    const plan = planOf({ kind, pattern: null, seconds: SECONDS }, preferences, pattern);
    const breathes = plan.some(({ is }) => is === 'breathing');
    return [
      ...(breathes ? [t('care_breathe')] : []),
      ...careNotesOf(plan, preferences).map((note) => t(`care_${note}`)),
    ];
  };

  return (
    <Unfolding
      label={t('settings_surprise')}
      aside={tn('settings_surprise_kinds', surprises.length)}
    >
      <fieldset class={styles.kinds} aria-label={t('settings_surprise')}>
        {BREAK_KINDS.map((kind) => {
          const care = careOf(kind);
          return (
            <div key={kind} class={styles.kind}>
              <label class={styles.label}>
                <input
                  class={styles.box}
                  type="checkbox"
                  checked={surprises.includes(kind)}
                  onChange={(event) => {
                    choose(kind, event.currentTarget.checked);
                    // The last one stays chosen, whatever the browser shows.
                    event.currentTarget.checked =
                      event.currentTarget.checked || surprises.join() === kind;
                  }}
                />
                {t(`break_heading_${kind}`)}
              </label>
              {care.length > 0 && (
                <Unfolding
                  small
                  label={t('care_title')}
                  spoken={t('settings_care_of', t(`break_heading_${kind}`))}
                >
                  {care.map((words) => (
                    <p key={words}>{words}</p>
                  ))}
                </Unfolding>
              )}
            </div>
          );
        })}
      </fieldset>
      <p class={styles.note} aria-live="polite">
        {wasLast && t('settings_surprise_last')}
      </p>
      <SwitchRow
        label={t('settings_surprise_leans')}
        hint={t(surpriseLeans ? 'settings_surprise_leans_hint' : 'settings_surprise_any_hint')}
        on={surpriseLeans}
        onChange={(next) => change('surpriseLeans', { surpriseLeans: next })}
      />
    </Unfolding>
  );
}
