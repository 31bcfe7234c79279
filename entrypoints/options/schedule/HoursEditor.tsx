import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { AddButton } from '../../../components/kit/AddButton.tsx';
import { Button } from '../../../components/kit/Button.tsx';
import { Chip } from '../../../components/kit/Chip.tsx';
import { TimeField } from '../../../components/kit/TimeField.tsx';
import type { Refusal } from '../../../core/records/envelope.ts';
import type { Hours } from '../../../core/records/settings.ts';
import { minuteOf, WEEKDAYS, type Weekday } from '../../../core/time.ts';
import { clockOfMinute } from '../../../shell/words/clockOfMinute.ts';
import { forLanguage, number, t } from '../../../shell/words/t.ts';
import { week } from '../../../shell/words/week.ts';
import { problemWords } from '../problemWords.ts';
import styles from './HoursEditor.module.css';
import {
  groupsOf,
  type HourGroup,
  hoursOf,
  type Span,
  USUAL_GROUP,
  withDay,
} from './hourGroups.ts';

interface HoursEditorProps {
  hours: NonNullable<Hours>;
  /** Why the hours shown here were refused. The stored ones stay in use. */
  refusal: Refusal | null;
  onChange: (hours: NonNullable<Hours>) => void;
}

/** The hours of a week: groups of days, each with its spans. */
export function HoursEditor({ hours, refusal, onChange }: HoursEditorProps) {
  // Unsaved edits may be refused, or have no day yet, so they are kept here.
  const [groups, setGroups] = useState(() => groupsOf(hours));
  const given = useRef(JSON.stringify(hours));
  useEffect(() => {
    const now = JSON.stringify(hours);
    if (now !== given.current && now !== JSON.stringify(hoursOf(groups)))
      setGroups(groupsOf(hours));
    given.current = now;
  }, [hours, groups]);

  function change(next: HourGroup[]) {
    setGroups(next);
    if (JSON.stringify(hoursOf(next)) !== JSON.stringify(hoursOf(groups))) onChange(hoursOf(next));
  }
  const withSpans = (index: number, spans: Span[]) =>
    groups.map((group, at) => (at === index ? { ...group, spans } : group));

  const last = groups.at(-1);
  return (
    <div>
      {groups.map((group, index) => (
        <Group
          key={index}
          nth={index + 1}
          group={group}
          refusal={refusal !== null && isOf(refusal, group) ? refusal : null}
          onDay={(day, chosen) => change(withDay(groups, index, day, chosen))}
          onSpans={(spans) =>
            change(
              spans.length > 0
                ? withSpans(index, spans)
                : groups.filter((_, at) => at !== index || groups.length === 1),
            )
          }
          removable={groups.length > 1 || group.spans.length > 1}
        />
      ))}
      <p class={styles.note} aria-live="polite">
        {Object.keys(hoursOf(groups)).length === 0 && t('settings_hours_none')}
      </p>
      <div class={styles.actions}>
        <AddButton
          onPress={() => {
            const at = groups.length - 1;
            change(withSpans(at, [...(last?.spans ?? []), nextSpan(last?.spans ?? [])]));
          }}
        >
          {t('settings_hours_add')}
        </AddButton>
        {last !== undefined && last.days.length > 0 && (
          <AddButton onPress={() => change([...groups, { days: [], spans: USUAL_GROUP.spans }])}>
            {t('settings_hours_addDays')}
          </AddButton>
        )}
      </div>
    </div>
  );
}

interface GroupProps {
  nth: number;
  group: HourGroup;
  refusal: Refusal | null;
  removable: boolean;
  onDay: (day: Weekday, chosen: boolean) => void;
  onSpans: (spans: Span[]) => void;
}

function Group({ nth, group, refusal, removable, onDay, onSpans }: GroupProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own
    <div role="group" class={styles.group} aria-label={t('settings_hours_group', number(nth))}>
      <div class={styles.line}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own */}
        <div role="group" class={styles.days} aria-label={t('settings_hours_days')}>
          {week().map((day) => (
            <Chip
              key={day}
              chosen={group.days.includes(day)}
              onChange={(chosen) => onDay(day, chosen)}
            >
              <span aria-hidden="true">{dayName(day, 'short')}</span>
              <span class="visually-hidden">{dayName(day, 'long')}</span>
            </Chip>
          ))}
        </div>
        <div class={styles.spans}>
          {group.spans.map((span, index) => {
            const refused = refusal?.field.split('.')[2] === String(index);
            const replace = (change: Partial<Span>) =>
              onSpans(group.spans.map((one, at) => (at === index ? { ...one, ...change } : one)));
            const note = nightNote(span);
            const noteId = `${id}-${index}`;
            const names = { describedBy: note || refused ? noteId : undefined, invalid: refused };
            return (
              <div key={index}>
                <div class={styles.span}>
                  <TimeField
                    {...names}
                    label={t('settings_hours_from')}
                    value={span.from}
                    onChange={(from) => replace({ from })}
                  />
                  <span class={styles.to} aria-hidden="true">
                    {t('settings_hours_to')}
                  </span>
                  <TimeField
                    {...names}
                    ends
                    label={t('settings_hours_until')}
                    value={span.to}
                    onChange={(to) => replace({ to })}
                  />
                  {removable && (
                    <Button
                      look="quiet"
                      aria-label={t('settings_hours_removeSpan', clock(span.from), clock(span.to))}
                      onPress={() => onSpans(group.spans.filter((_, at) => at !== index))}
                    >
                      {t('settings_remove')}
                    </Button>
                  )}
                </div>
                <p id={noteId} class={refused ? styles.error : styles.note} aria-live="polite">
                  {refused && refusal !== null
                    ? `${problemWords(refusal)} ${t('problem_stays_before')}`
                    : note}
                </p>
              </div>
            );
          })}
        </div>
      </div>
      <p class={styles.error} aria-live="polite">
        {refusal !== null &&
          refusal.field.split('.').length < 3 &&
          `${problemWords(refusal)} ${t('problem_stays_before')}`}
      </p>
    </div>
  );
}

/** Whether the refused value is in this group. Its path names the day. */
const isOf = ({ field }: Refusal, { days }: HourGroup): boolean =>
  (days as string[]).includes(field.split('.')[1] ?? '');

const clock = (time: string): string => clockOfMinute(minuteOf(time));

/** Says it if hours go past midnight. */
function nightNote({ from, to }: Span): string | null {
  if (to === '24:00') return t('settings_hours_wholeNight');
  return minuteOf(to) < minuteOf(from) ? t('settings_hours_nextDay', clock(to)) : null;
}

/** Begins an hour after the last one ends and lasts two hours, within the day. */
function nextSpan(spans: readonly Span[]): Span {
  const ends = minuteOf(spans.at(-1)?.to ?? '18:00');
  if (ends > 21 * 60) return { from: '06:00', to: '08:00' };
  return { from: timeOf(ends + 60), to: timeOf(ends + 180) };
}

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** 1970-01-05 was a Monday. */
const MONDAY_MS = 4 * 86_400_000;

const dayNames = {
  long: forLanguage(
    (locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
  ),
  short: forLanguage(
    (locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }),
  ),
};
const dayName = (day: Weekday, length: keyof typeof dayNames): string =>
  dayNames[length]().format(MONDAY_MS + WEEKDAYS.indexOf(day) * 86_400_000);
