import { patternName } from '../../components/breath/patternName.ts';
import { Frame } from '../../components/frame/Frame.tsx';
import type { BreakPreferences } from '../../core/breaks/preferences.ts';
import { kindWord } from '../../core/kinds.ts';
import { own } from '../../core/own.ts';
import type { Pair } from '../../core/personal/tension.ts';
import type { Day } from '../../core/records/history.ts';
import { clockTime, duration, length } from '../../shell/words/durations.ts';
import { language, t, tn } from '../../shell/words/t.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import styles from './Days.module.css';

interface DaysProps {
  /** Today's history. */
  day: Day;
  /** Has the names of own breaks and patterns. */
  preferences: BreakPreferences;
  /** Ratings before and after breaks. */
  pairs?: readonly Pair[];
}

/** Today's breaks and rests in order. Numbers, no scores. */
export function Days({ day, preferences, pairs = [] }: DaysProps) {
  const entries = entriesOf(day, preferences);
  const taken = day.breaks.filter((one) => one.taken).length;
  return (
    <Frame page="days">
      <section aria-labelledby="today">
        <div class={styles.today}>
          <h2 id="today">{t('history_today')}</h2>
          {entries.length > 0 && (
            <p class={styles.sum}>
              {t('history_sum', tn('history_breaks', taken), tn('history_rests', day.rests.length))}
            </p>
          )}
        </div>
        {entries.length === 0 ? (
          <div class={styles.none}>
            <p>{t('history_none')}</p>
            <p class={styles.soft}>{t('history_none_text')}</p>
          </div>
        ) : (
          <table class={styles.list} aria-labelledby="today">
            <thead>
              <tr>
                <th scope="col">{t('history_when')}</th>
                <th scope="col">{t('history_what')}</th>
                <th scope="col">{t('history_length')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={`${entry.is}-${entry.atMs}`}>
                  <th scope="row">{entry.when}</th>
                  <td>
                    <span class={styles.what}>
                      <span class={styles.mark} data-is={entry.is} aria-hidden="true" />
                      <span>{entry.what}</span>
                    </span>
                  </td>
                  <td class={styles.soft}>{entry.howLong}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p class={styles.foot}>{t('history_local')}</p>
      </section>
      {pairs.length > 0 && (
        <BeforeAfter
          pairs={pairs}
          breakName={(kind) => breakName({ kind, pattern: null }, preferences)}
        />
      )}
    </Frame>
  );
}

interface Entry {
  is: 'break' | 'rest';
  atMs: number;
  when: string;
  what: string;
  howLong: string;
}

/** The entries of the day, in order. */
function entriesOf({ breaks, rests }: Day, preferences: BreakPreferences): Entry[] {
  const entries: Entry[] = [
    ...breaks.map(({ atMs, seconds, taken, ...session }) => ({
      is: 'break' as const,
      atMs,
      when: clockTime(atMs),
      what: taken
        ? breakName(session, preferences)
        : t('history_break_part', breakName(session, preferences)),
      // How long it lasted is not stored.
      howLong: taken ? length(seconds) : t('history_break_of', length(seconds)),
    })),
    ...rests.map(({ endedAtMs, seconds }) => ({
      is: 'rest' as const,
      atMs: endedAtMs,
      when: clockRange(endedAtMs - seconds * 1000, endedAtMs),
      what: t('history_rest'),
      howLong: duration(seconds * 1000),
    })),
  ];
  return entries.sort((a, b) => a.atMs - b.atMs);
}

/** “12:15 – 13:00” in the reader's language. */
const clockRange = (fromMs: number, toMs: number): string =>
  new Intl.DateTimeFormat(language(), { hour: 'numeric', minute: '2-digit' }).formatRange(
    fromMs,
    toMs,
  );

function breakName(
  { kind, pattern }: Pick<Day['breaks'][number], 'kind' | 'pattern'>,
  { ownPatterns, ownBreaks }: BreakPreferences,
) {
  const name = own(ownBreaks, kind)?.title ?? t(`history_break_${kindWord(kind)}`);
  return pattern === null
    ? name
    : t('history_break_pattern', name, patternName(pattern, ownPatterns));
}
