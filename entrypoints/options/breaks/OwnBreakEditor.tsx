import { useState } from 'preact/hooks';
import { Field } from '../../../components/kit/Field.tsx';
import { ariaOf } from '../../../components/kit/labelled.ts';
import { TextField } from '../../../components/kit/TextField.tsx';
import { OWN_LIMITS, type OwnBreak } from '../../../core/breaks/preferences.ts';
import type { Refusal } from '../../../core/records/envelope.ts';
import { number, t, tn } from '../../../shell/words/t.ts';
import styles from './OwnBreakEditor.module.css';

interface OwnBreakEditorProps {
  stored: OwnBreak;
  /** Why the last change was refused. */
  refusal: Refusal | undefined;
  onChange: (wanted: OwnBreak) => void;
}

const ROWS = 6;

/** A title, and one step per line, in plain text. */
export function OwnBreakEditor({ stored, refusal, onChange }: OwnBreakEditorProps) {
  const [title, setTitle] = useState(stored.title);
  const [lines, setLines] = useState(stored.steps.join('\n'));
  const ofTitle = refusal?.field.endsWith('.title');
  return (
    <>
      <Field
        label={t('settings_ownBreak_title')}
        error={ofTitle ? `${t('problem_ownName')} ${t('problem_stays', stored.title)}` : undefined}
      >
        {(names) => (
          <TextField
            {...names}
            isWords
            value={title}
            onChange={(next) => {
              setTitle(next);
              onChange({ title: next, steps: stepsOf(lines) });
            }}
          />
        )}
      </Field>
      <Field
        stacked
        label={t('settings_ownBreak_steps')}
        hint={t('settings_ownBreak_steps_hint')}
        error={
          refusal && !ofTitle ? `${stepsProblem(refusal)} ${t('problem_stays_before')}` : undefined
        }
      >
        {(names) => (
          <textarea
            class={styles.steps}
            id={names.id}
            rows={ROWS}
            value={lines}
            {...ariaOf(names)}
            onInput={(event) => {
              const next = event.currentTarget.value;
              setLines(next);
              onChange({ title, steps: stepsOf(next) });
            }}
          />
        )}
      </Field>
    </>
  );
}

const stepsOf = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function stepsProblem({ field, problem }: Refusal): string {
  const nth = Number(field.split('.').at(-1));
  if (problem === 'tooLarge' || Number.isNaN(nth))
    return tn('problem_steps_many', OWN_LIMITS.steps);
  return t('problem_step', number(nth + 1), number(OWN_LIMITS.stepLetters));
}
