import { scaleTime } from 'd3-scale';
import { useMemo, useState } from 'preact/hooks';
import type { BreakPreferences } from '../../core/breaks/preferences.ts';
import type { Piece } from '../../core/days/pieces.ts';
import { instantOf } from '../../shell/clock.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Ribbon.module.css';
import { clockRange, isMirrored, pieceWords } from './words.ts';

/** The part of a day that its picture shows, in minutes after midnight. */
export interface Hours {
  from: number;
  to: number;
}

interface RibbonProps {
  day: number;
  hours: Hours;
  pieces: readonly Piece[];
  preferences: BreakPreferences;
  /** What it shows, for those who can’t see it. */
  label: string;
  /** Today’s is higher. */
  size: 'large' | 'small';
  nowMs?: number | undefined;
  /** Hears what is pointed at or chosen by key: null for nothing. */
  onTell: (words: string | null) => void;
  /** The figures of the day, told when the ribbon gets the focus. */
  figures?: string;
}

/** A time within the picture of a day, as a share of its width. The clock may change within it. */
export const scaleOf = (day: number, { from, to }: Hours) =>
  scaleTime([instantOf(day, from), instantOf(day, to)], [0, 100]);

const HEIGHT = { large: 48, small: 22 };
const BAND = { large: 28, small: 11 };

/** A day from morning to night: at the screen, away, breaks. */
export function Ribbon({
  day,
  hours,
  pieces,
  preferences,
  label,
  size,
  nowMs,
  ...more
}: RibbonProps) {
  const { onTell, figures } = more;
  const [chosen, setChosen] = useState(-1);
  const x = scaleOf(day, hours);
  const wordsOf = (piece: Piece) => {
    const { what, howLong } = pieceWords(piece, preferences);
    return t('history_piece', clockRange(piece.fromMs, piece.toMs), what, howLong);
  };
  const choose = (at: number) => {
    const piece = pieces[at];
    setChosen(piece === undefined ? -1 : at);
    if (piece === undefined) return onTell(figures ?? null);
    onTell(wordsOf(piece));
  };

  const point = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const along = (event.clientX - box.left) / box.width;
    const share = isMirrored(event.currentTarget as Element) ? 1 - along : along;
    choose(pieceAt(pieces, +x.invert(share * 100), (hours.to - hours.from) * 300));
  };

  const press = (event: KeyboardEvent) => {
    const next = nextBy(event, chosen, pieces.length);
    if (next === null) return moveBetweenDays(event);
    event.preventDefault();
    choose(next);
  };

  const leave = () => {
    setChosen(-1);
    onTell(null);
  };

  const height = HEIGHT[size];
  const band = BAND[size];
  const top = (height - band) / 2;
  const told = pieces[chosen];
  // Pointing at it changes none of these, and a day can have hundreds.
  const drawn = useMemo(
    () => pieces.map((piece) => drawnPiece(piece, scaleOf(day, hours), size)),
    [pieces, day, hours.from, hours.to, size],
  );
  return (
    <div
      class={styles.ribbon}
      // Screen readers leave the arrow keys to it, and read what they choose.
      role="slider"
      aria-readonly="true"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={pieces.length}
      aria-valuenow={chosen + 1}
      aria-valuetext={told === undefined ? label : wordsOf(told)}
      tabIndex={0}
      data-ribbon
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={leave}
      onFocus={() => choose(-1)}
      onBlur={leave}
      onKeyDown={press}
    >
      <svg class={styles.picture} height={height} aria-hidden="true">
        <rect
          class={styles.track}
          width="100%"
          height={band}
          y={top}
          rx={size === 'large' ? 8 : 4}
        />
        {drawn}
        {nowMs !== undefined && (
          <line class={styles.now} x1={`${x(nowMs)}%`} x2={`${x(nowMs)}%`} y1={-12} y2={height} />
        )}
        {told && (
          <rect
            class={styles.chosen}
            x={`${x(told.fromMs)}%`}
            y={1}
            width={`${Math.max(0.4, x(told.toMs) - x(told.fromMs))}%`}
            height={height - 2}
            rx={4}
          />
        )}
      </svg>
    </div>
  );
}

/** One part of the picture. */
function drawnPiece(piece: Piece, x: ReturnType<typeof scaleOf>, size: RibbonProps['size']) {
  const at = x(piece.fromMs);
  const wide = Math.max(0, x(piece.toMs) - at);
  const key = `${piece.is} ${piece.fromMs} ${piece.entry.id}`;
  const middle = HEIGHT[size] / 2;
  if (piece.is === 'screen')
    return (
      <rect
        key={key}
        class={styles.screen}
        x={`${at}%`}
        y={middle - BAND[size] / 2 + 0.5}
        width={`${wide}%`}
        height={BAND[size] - 1}
        rx={3}
      />
    );
  const [x1, x2] = [`${at}%`, `${piece.is === 'rest' ? at + wide : at}%`];
  return piece.is === 'rest' ? (
    <line key={key} class={styles.rest} x1={x1} x2={x2} y1={middle} y2={middle} />
  ) : (
    <line key={key} class={styles.break} x1={x1} x2={x2} y1={2} y2={HEIGHT[size] - 2} />
  );
}

/** Up and down lead to the day before and after. */
function moveBetweenDays(event: KeyboardEvent): void {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const ribbon = event.currentTarget as HTMLElement;
  const all = [
    ...(ribbon.closest('section')?.querySelectorAll<HTMLElement>('[data-ribbon]') ?? []),
  ];
  const next = by === undefined ? undefined : all[all.indexOf(ribbon) + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** The part at an instant, or the nearest within reach; a break before what it lies in. */
function pieceAt(pieces: readonly Piece[], atMs: number, reachMs: number): number {
  const away = ({ fromMs, toMs }: Piece) => Math.max(0, fromMs - atMs, atMs - toMs);
  let best = -1;
  for (const [nth, piece] of pieces.entries()) {
    if (away(piece) > reachMs) continue;
    const known = pieces[best];
    const isNearer = known === undefined || away(piece) < away(known);
    if (isNearer || (piece.is === 'break' && known?.is !== 'break')) best = nth;
  }
  return best;
}

/** Where an arrow key leads in a row of things; null for other keys. */
export function nextBy(event: KeyboardEvent, at: number, count: number): number | null {
  const forward = isMirrored(event.currentTarget as Element) ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  if (count === 0) return null;
  if (event.key === forward) return Math.min(count - 1, at + 1);
  if (event.key === back) return Math.max(0, at < 0 ? count - 1 : at - 1);
  if (event.key === 'Home') return 0;
  return event.key === 'End' ? count - 1 : null;
}

interface HoursProps {
  day: number;
  hours: Hours;
}

/** The times below the pictures of days. */
export function HourMarks({ day, hours }: HoursProps) {
  const x = scaleOf(day, hours);
  return (
    <div class={styles.marks} aria-hidden="true">
      {x.ticks(6).map((tick) => {
        const at = x(tick);
        // At an end, half of it would stand out.
        const end = at < 4 ? 'first' : at > 96 ? 'last' : undefined;
        return (
          <span key={+tick} data-at={end} style={{ insetInlineStart: `${at}%` }}>
            {clockRange(+tick, +tick)}
          </span>
        );
      })}
    </div>
  );
}

export function Legend() {
  return (
    <ul class={styles.legend}>
      {(['screen', 'rest', 'break'] as const).map((is) => (
        <li key={is}>
          <span class={styles.mark} data-is={is} aria-hidden="true" />
          {t(`history_legend_${is}`)}
        </li>
      ))}
    </ul>
  );
}

/** From the first hour with something to the last, but never less than from eight to eight. */
export function hoursOf(days: readonly { day: number; pieces: readonly Piece[] }[]): Hours {
  let [from, to] = [480, 1200];
  for (const { day, pieces } of days) {
    const beginsMs = instantOf(day, 0);
    for (const { fromMs, toMs } of pieces) {
      from = Math.min(from, Math.floor((fromMs - beginsMs) / 3_600_000) * 60);
      to = Math.max(to, Math.ceil((toMs - beginsMs) / 3_600_000) * 60);
    }
  }
  return { from: Math.max(0, from), to: Math.min(1440, to) };
}
