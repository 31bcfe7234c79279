import { Field } from '../../../components/kit/Field.tsx';
import { Select } from '../../../components/kit/Select.tsx';
import { QUESTIONS, STILLNESS_WAYS } from '../../../core/breaks/preferences.ts';
import { t } from '../../../shell/words/t.ts';
import { Unfolding } from '../Unfolding.tsx';
import type { GuideSaving } from '../useSaving.ts';

/** The words of stillness. */
export function StillnessWay({ guiding: { shown, change } }: { guiding: GuideSaving }) {
  return (
    <>
      <Field label={t('settings_stillness_way')}>
        {(names) => (
          <Select
            {...names}
            value={shown.stillness}
            options={STILLNESS_WAYS.map((value) => ({
              value,
              label: t(`settings_stillness_${value}`),
            }))}
            onChange={(stillness) => change('stillness', { stillness })}
          />
        )}
      </Field>
      {shown.stillness === 'farLook' && (
        <Unfolding
          small
          label={t('care_title')}
          spoken={t('settings_care_of', t('settings_stillness_farLook'))}
        >
          {t('care_eyes')}
        </Unfolding>
      )}
      {shown.stillness === 'question' && (
        <Field label={t('settings_question')}>
          {(names) => (
            <Select
              {...names}
              value={shown.question}
              options={(['any', ...QUESTIONS] as const).map((value) => ({
                value,
                label: value === 'any' ? t('settings_question_any') : t(`question_${value}`),
              }))}
              onChange={(question) => change('question', { question })}
            />
          )}
        </Field>
      )}
    </>
  );
}
