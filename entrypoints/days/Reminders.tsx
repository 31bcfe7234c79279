import type { ComponentChildren } from 'preact';
import type { DayTotals, Sums } from '../../core/days/totals.ts';
import { together } from '../../core/days/totals.ts';
import { FATES } from '../../core/records/entry.ts';
import { REASONS } from '../../core/records/reasons.ts';
import { number, t } from '../../shell/words/t.ts';
import styles from './Charts.module.css';
import shared from './Days.module.css';
import { Table } from './Table.tsx';
import { seconds } from './words.ts';

interface RemindersProps {
  days: readonly DayTotals[];
  asTables: boolean;
}

/** What became of the reminders of a month, and what held them back. */
export function Reminders({ days, asTables }: RemindersProps) {
  const { reminders } = together(days);
  const fates = fatesOf(reminders);
  const held = REASONS.flatMap((reason) => {
    const count = reminders.held[reason] ?? 0;
    // Less than a minute is nothing to tell.
    return count < 60 ? [] : [{ reason, count }];
  }).sort((a, b) => b.count - a.count);
  const most = Math.max(...fates.map(({ count }) => count), 1);
  const longest = Math.max(...held.map(({ count }) => count), 1);
  return (
    <div class={shared.pair}>
      <section aria-labelledby="reminders">
        <h3 id="reminders">{t('history_reminders')}</h3>
        {fates.length === 0 ? (
          <p class={shared.sum}>{t('history_reminders_none')}</p>
        ) : (
          <p class={shared.sum}>{answeredWithin(reminders)}</p>
        )}
        <Rows
          id="reminders"
          asTables={asTables}
          columns={[t('history_what'), t('history_count')]}
          rows={fates.map(({ fate, count }) => ({
            name: t(`history_fate_${fate}`),
            value: number(count),
            share: count / most,
          }))}
        />
      </section>
      <section aria-labelledby="held">
        <h3 id="held">{t('history_held')}</h3>
        {held.length === 0 && <p class={shared.sum}>{t('history_held_none')}</p>}
        <Rows
          id="held"
          asTables={asTables}
          columns={[t('history_what'), t('history_length')]}
          rows={held.map(({ reason, count }) => ({
            name: t(`history_held_${reason}`),
            value: seconds(count),
            share: count / longest,
          }))}
        />
      </section>
    </div>
  );
}

function fatesOf({ fates, unseen }: Sums['reminders']) {
  const counted = FATES.flatMap((fate) => {
    const count = (fates[fate] ?? []).reduce((sum, one) => sum + one, 0);
    return count === 0 ? [] : [{ fate, count }];
  });
  return unseen === 0 ? counted : [...counted, { fate: 'unseen' as const, count: unseen }];
}

/** How many of the answers came within a minute. */
function answeredWithin({ fates }: Sums['reminders']): ComponentChildren {
  let [all, soon] = [0, 0];
  for (const fate of ['break', 'later', 'skip'] as const) {
    const groups = fates[fate] ?? [0, 0, 0, 0, 0];
    all += groups.reduce((sum, one) => sum + one, 0);
    soon += groups[0] + groups[1];
  }
  return all > 0 && t('history_answered', number(soon), number(all));
}

interface RowsProps {
  /** The id of the heading. */
  id: string;
  asTables: boolean;
  columns: readonly string[];
  rows: readonly { name: string; value: string; share: number }[];
  is?: 'screen' | 'tide';
}

/** Names with a bar and a number each. The numbers are text, so that it is a table by itself. */
export function Rows({ id, asTables, columns, rows, is = 'screen' }: RowsProps) {
  if (rows.length === 0) return null;
  if (asTables)
    return (
      <Table
        labelledBy={id}
        columns={columns}
        rows={rows.map(({ name, value }) => ({ key: name, cells: [name, value] }))}
      />
    );
  return (
    <dl class={styles.rows}>
      {rows.map(({ name, value, share }) => [
        <dt key={name}>{name}</dt>,
        <dd key={`${name} is`}>
          <span data-is={is} aria-hidden="true" style={{ inlineSize: `${share * 100}%` }} />
          {value}
        </dd>,
      ])}
    </dl>
  );
}
