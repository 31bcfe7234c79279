import { useContext } from 'preact/hooks';
import { Button } from '../../../components/kit/Button.tsx';
import { DateField } from '../../../components/kit/DateField.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { SavesContext } from '../../../components/kit/SavedMark.tsx';
import { Select } from '../../../components/kit/Select.tsx';
import { usePageRecord } from '../../../components/live/usePageRecord.ts';
import { icsOf } from '../../../core/personal/ics.ts';
import {
  type Massage,
  massageEvery,
  massageOn,
  NO_MASSAGE,
} from '../../../core/personal/massage.ts';
import { localAt, nowMs } from '../../../shell/clock.ts';
import { changePageRecord } from '../../../shell/storage/pageRecords.ts';
import { t, tn } from '../../../shell/words/t.ts';
import { Group } from '../Part.tsx';
import { saveFile } from '../saveFile.ts';

interface MassageRowsProps {
  massage: Massage;
  onEvery: (weeks: number) => void;
  onNext: (date: string) => void;
  /** Makes a calendar file with the next date and those after it. */
  onCalendar: () => void;
}

const OFFERED_WEEKS = [0, 1, 2, 3, 4, 6, 8, 12] as const;

/** Reminds of a massage now and then, in one line of the popup. */
export function MassageRows({ massage, onEvery, onNext, onCalendar }: MassageRowsProps) {
  const { everyWeeks, nextDate } = massage;
  const weeks = [...new Set([...OFFERED_WEEKS, everyWeeks])].sort((a, b) => a - b);
  return (
    <Group id="massage" title={t('massage_name')} hint={t('massage_hint')}>
      <Field label={t('massage_every')} hint={t('massage_every_hint')}>
        {(names) => (
          <Select
            {...names}
            value={String(everyWeeks)}
            options={weeks.map((each) => ({
              value: String(each),
              label: each === 0 ? t('massage_off') : tn('massage_weeks', each),
            }))}
            onChange={(chosen) => onEvery(Number(chosen))}
          />
        )}
      </Field>
      {everyWeeks > 0 && nextDate !== null && (
        <>
          <Field label={t('massage_next')}>
            {(names) => <DateField {...names} value={nextDate} onChange={onNext} />}
          </Field>
          <Field label={t('massage_calendar')} hint={t('massage_calendar_hint')}>
            {() => (
              <Button look="outlined" onPress={onCalendar}>
                {t('massage_calendar_save')}
              </Button>
            )}
          </Field>
        </>
      )}
    </Group>
  );
}

/** The same with what is stored. */
export function MassageGroup() {
  const massage = usePageRecord('massage')?.value ?? NO_MASSAGE;
  const { note } = useContext(SavesContext);
  const change = (next: (value: Massage) => Massage) =>
    void changePageRecord('massage', next).then(({ ok }) => note(ok));
  const today = () => localAt(nowMs()).date;
  return (
    <MassageRows
      massage={massage}
      onEvery={(weeks) => change((value) => massageEvery(value, weeks, today()))}
      onNext={(date) => change((value) => massageOn(value, date))}
      onCalendar={() => {
        const { everyWeeks, nextDate } = massage;
        if (nextDate === null) return;
        const uid = crypto.randomUUID();
        const summary = t('massage_name');
        const event = { uid, atMs: nowMs(), date: nextDate, everyWeeks, summary };
        saveFile('exhale-massage.ics', icsOf(event), 'text/calendar');
      }}
    />
  );
}
