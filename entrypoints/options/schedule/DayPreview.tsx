import { clockOfMinute } from '../../../shell/words/clockOfMinute.ts';
import styles from './DayPreview.module.css';

interface RibbonProps {
  /** Minutes after midnight. */
  fromMinute: number;
  toMinute: number;
  /** The times at the screen. */
  spans: readonly { fromMinute: number; toMinute: number }[];
  /** The breaks. */
  marks: readonly number[];
}

/** A day from left to right. Decoration: the words beside it say the same. */
export function DayPreview({ fromMinute, toMinute, spans, marks }: RibbonProps) {
  const share = (minute: number) =>
    `${((minute - fromMinute) / Math.max(1, toMinute - fromMinute)) * 100}%`;
  return (
    <div class={styles.ribbon} aria-hidden="true">
      <div class={styles.track}>
        {spans.map((span) => (
          <span
            key={span.fromMinute}
            class={styles.span}
            style={{
              insetInlineStart: share(span.fromMinute),
              inlineSize: share(fromMinute + span.toMinute - span.fromMinute),
            }}
          />
        ))}
        {marks.map((minute) => (
          <span key={minute} class={styles.mark} style={{ insetInlineStart: share(minute) }} />
        ))}
      </div>
      <div class={styles.hours}>
        {hoursBetween(fromMinute, toMinute).map((minute) => (
          <span
            key={minute}
            class={styles.hour}
            // The last one ends with the day.
            style={minute < toMinute ? { insetInlineStart: share(minute) } : { insetInlineEnd: 0 }}
          >
            {clockOfMinute(minute)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The start, the end, and some full hours between. */
function hoursBetween(fromMinute: number, toMinute: number): number[] {
  const every = Math.max(60, Math.round((toMinute - fromMinute) / 4 / 60) * 60);
  const between: number[] = [];
  for (let minute = fromMinute + every; minute <= toMinute - every / 2; minute += every)
    between.push(minute);
  return [fromMinute, ...between, toMinute];
}
