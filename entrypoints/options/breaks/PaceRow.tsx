import { Button } from '../../../components/kit/Button.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { Stepper } from '../../../components/kit/Stepper.tsx';
import { cycleSeconds } from '../../../core/breaks/breath.ts';
import { isKnownPattern, patternOf } from '../../../core/breaks/preferences.ts';
import { own } from '../../../core/own.ts';
import type { PatternId } from '../../../core/patternIds.ts';
import { number, t } from '../../../shell/words/t.ts';
import { refusedWords } from '../problemWords.ts';
import type { GuideSaving } from '../useSaving.ts';
import { perMinute } from './paceWords.ts';

interface PaceRowProps {
  id: PatternId;
  guiding: GuideSaving;
}

const STEP_SECONDS = 0.5;

/** The length of a breath. A pattern with holds can be made easier, never harder. */
export function PaceRow({ id, guiding }: PaceRowProps) {
  const { shown, refused, change } = guiding;
  const pattern = patternOf(id, shown);
  const limits = pattern.cycleLimits;
  // An own pattern has its seconds already.
  if (limits === null || !isKnownPattern(id)) return null;
  const seconds = cycleSeconds(pattern);
  const field = `paces.${id}`;
  const refusal = own(refused, field);
  const said = (value: number) => t('settings_pace_seconds', number(value));
  return (
    <Field
      key={id}
      label={t('settings_pace')}
      hint={t('settings_pace_perMinute', perMinute(seconds))}
      error={
        refusal &&
        (refusal.problem === 'invalid'
          ? `${t('problem_halves')} ${t('problem_stays', said(seconds))}`
          : refusedWords(refusal, said(seconds), said))
      }
    >
      {(names) => (
        <>
          {id in shown.paces && (
            <Button
              look="quiet"
              onPress={() => {
                change(field, { paces: { [id]: null } });
                // The button disappears, so the focus moves.
                document.getElementById(names.id ?? '')?.focus();
              }}
            >
              {t('settings_pace_usual')}
            </Button>
          )}
          <Stepper
            {...names}
            {...limits}
            value={seconds}
            step={STEP_SECONDS}
            unit={t('settings_secondUnit')}
            onChange={(next) => change(field, { paces: { [id]: next } }, 'typed')}
          />
        </>
      )}
    </Field>
  );
}
