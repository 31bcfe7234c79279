import { Field } from '../../../components/kit/Field.tsx';
import { Locked } from '../../../components/kit/Locked.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { length } from '../../../shell/words/durations.ts';
import { t } from '../../../shell/words/t.ts';
import type { Saving } from '../useSaving.ts';

const OFFERED_SECONDS = ['0', '30', '60'] as const;

/** A notice: off, or this long before the question. */
export function NoticeRow({ saving: { shown, change } }: { saving: Saving }) {
  const chosen = [...OFFERED_SECONDS].reverse().find((each) => shown.noticeSeconds >= Number(each));
  return (
    <Locked by="noticeSeconds">
      <Field label={t('settings_notice')} hint={t('settings_notice_hint')}>
        {(names) => (
          <Segmented
            {...names}
            value={chosen ?? '0'}
            options={OFFERED_SECONDS.map((value) => ({
              value,
              label: value === '0' ? t('settings_notice_none') : length(Number(value)),
            }))}
            onChange={(value) => change('noticeSeconds', { noticeSeconds: Number(value) })}
          />
        )}
      </Field>
    </Locked>
  );
}
