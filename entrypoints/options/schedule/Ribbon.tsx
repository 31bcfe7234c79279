import type { DrawnDay } from '../../../core/simulate/drawnDays.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time.ts';
import { clockOfMinute } from '../../../shell/words/clockOfMinute.ts';
import { forLanguage, tn } from '../../../shell/words/t.ts';
import styles from './Ribbon.module.css';

/** Minutes after midnight. */
interface Extent {
  fromMinute: number;
  toMinute: number;
}

/** A day from left to right. Decoration: the words beside it say the same. */
export const Ribbon = ({ day }: { day: DrawnDay }) => (
  <div aria-hidden="true">
    <Track day={day} extent={day} />
    <Hours extent={day} />
  </div>
);

/** Several days below one another, under one scale. Each has its number in words, and its times for who can't see it. */
export function Ribbons({ days }: { days: readonly DrawnDay[] }) {
  const extent = extentOf(days);
  return (
    <div class={styles.days}>
      <ul class={styles.list}>
        {days.map((day) => (
          <li key={day.day} class={styles.row}>
            <span>{weekdayFormat().format(day.day * DAY_MS)}</span>
            <Track day={day} extent={extent} />
            <span class={styles.count}>
              {tn('settings_whatIf_reminders', day.reminders.length)}
              {day.reminders.length > 0 && (
                <span class="visually-hidden">
                  {' '}
                  {listFormat().format(day.reminders.map(clockOfMinute))}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <div class={styles.row} aria-hidden="true">
        <Hours extent={extent} />
      </div>
    </div>
  );
}

const weekdayFormat = forLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }),
);
const listFormat = forLanguage(
  (locale) => new Intl.ListFormat(locale, { style: 'narrow', type: 'unit' }),
);

const HOUR_MINUTES = HOUR_MS / MINUTE_MS;
/** A scale of less would make a short day look long. */
const LEAST_HOURS = 8;

/** Full hours around every day. */
function extentOf(days: readonly DrawnDay[]): Extent {
  const from = Math.floor(Math.min(...days.map((day) => day.fromMinute)) / HOUR_MINUTES);
  const to = Math.ceil(Math.max(...days.map((day) => day.toMinute)) / HOUR_MINUTES);
  const end = Math.min(24, Math.max(to, from + LEAST_HOURS));
  return {
    fromMinute: Math.min(from, end - LEAST_HOURS) * HOUR_MINUTES,
    toMinute: end * HOUR_MINUTES,
  };
}

const shareOf =
  ({ fromMinute, toMinute }: Extent) =>
  (minute: number): string =>
    `${((minute - fromMinute) / Math.max(1, toMinute - fromMinute)) * 100}%`;

function Track({ day: { spans, reminders }, extent }: { day: DrawnDay; extent: Extent }) {
  const share = shareOf(extent);
  return (
    <div class={styles.track} aria-hidden="true">
      {spans.map(({ fromMinute, toMinute }) => (
        <span
          key={fromMinute}
          class={styles.span}
          style={{
            insetInlineStart: share(fromMinute),
            inlineSize: share(extent.fromMinute + toMinute - fromMinute),
          }}
        />
      ))}
      {reminders.map((minute) => (
        <span key={minute} class={styles.mark} style={{ insetInlineStart: share(minute) }} />
      ))}
    </div>
  );
}

function Hours({ extent }: { extent: Extent }) {
  const share = shareOf(extent);
  return (
    <div class={styles.hours}>
      {hoursBetween(extent).map((minute) => (
        <span
          key={minute}
          class={styles.hour}
          // The last one ends with the day.
          style={
            minute < extent.toMinute ? { insetInlineStart: share(minute) } : { insetInlineEnd: 0 }
          }
        >
          {clockOfMinute(minute)}
        </span>
      ))}
    </div>
  );
}

/** The start, the end, and some full hours between. */
function hoursBetween({ fromMinute, toMinute }: Extent): number[] {
  const every = Math.max(60, Math.round((toMinute - fromMinute) / 4 / 60) * 60);
  const between: number[] = [];
  // The last one needs room for its words.
  for (let minute = fromMinute + every; minute <= toMinute - every * 0.75; minute += every)
    between.push(minute);
  return [fromMinute, ...between, toMinute];
}
