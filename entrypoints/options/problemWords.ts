import type { Imported } from '../../core/personal/settingsFile.ts';
import type { Refusal } from '../../core/records/envelope.ts';
import { number, t, tn } from '../../shell/words/t.ts';

/** A number with the unit of its field. */
type Spoken = (value: number) => string;

/** What is wrong with a value, in a sentence that gives the limit. */
export function problemWords(refusal: Refusal, spoken: Spoken = number): string {
  const { field, problem, limit } = refusal;
  if (field.startsWith('hours.')) return hoursProblem(refusal);
  if (field === 'rhythms' && problem === 'tooLarge' && limit !== undefined)
    return tn('problem_rhythms_many', limit);
  if (field.endsWith('Sites') && problem === 'tooLarge' && limit !== undefined)
    return tn('problem_sites_many', limit);
  if (problem === 'tooSmall' || problem === 'tooLarge')
    return limit === undefined ? t('problem_invalid') : t(`problem_${problem}`, spoken(limit));
  return t(`problem_${problem}`);
}

function hoursProblem({ field, problem, limit }: Refusal): string {
  if (problem === 'tooLarge' && limit !== undefined) return tn('problem_hours_many', limit);
  if (field.endsWith('.to') && problem === 'invalid') return t('problem_hours_same');
  return t(
    problem === 'tooSmall' || problem === 'tooLarge' ? 'problem_invalid' : `problem_${problem}`,
  );
}

/** The same, and the value that stays in use. */
export const refusedWords = (refusal: Refusal, inUse: string, spoken?: Spoken): string =>
  `${problemWords(refusal, spoken)} ${t('problem_stays', inUse)}`;

/** Why a settings file was not loaded. */
export function importProblemWords(imported: Exclude<Imported, { ok: true }>): string {
  const why =
    imported.problem === 'refused'
      ? t(
          'problem_file_refused',
          visible(imported.refusal.field),
          problemWords(imported.refusal, bare),
        )
      : t(`problem_file_${imported.problem}`);
  return `${why} ${t('problem_file_nothing')}`;
}

/** A name from a file can have characters that turn the line around, or that nobody sees. */
const visible = (field: string): string => field.replace(/\p{C}/gu, '\u{fffd}');

/** Values in a file have no units. */
const bare: Spoken = (value) => String(value);
