import type { Command, Event } from '../engine/event.ts';
import { lastSeen } from '../engine/listen.ts';
import { entriesOf, overdueSinceMs, setBackMs } from '../engine/log.ts';
import type { Log, LogEntry } from '../engine/logSchema.ts';
import { DEFAULT_SETTINGS, type Settings, withPatch } from '../records/settings.ts';
import { NOTHING_IN_VIEW, type World } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import { SECOND_MS, wallTime, zoneOf } from '../time.ts';
import { ACTIONS, type UserEvent } from './actions.ts';
import { InputInLog } from './inputInLog.ts';
import type { Told, ToldDay } from './scenario.ts';
import { wholePatch, withoutSites } from './withoutSites.ts';

/**
 * A day for the simulator that leads to the same decisions; null without an entry. It names no site.
 * What leaves no trace is simplified: a nap without a late alarm becomes stillness, and a clock that was set
 * forward during a sleep becomes a longer sleep. Damage while the browser was closed is left out.
 */
export function dayFromLog(log: Log): ToldDay | null {
  const [part] = log;
  const [first] = part?.entries ?? [];
  if (part === undefined || first === undefined) return null;
  const { settings, ...before } = part.before;
  // The simulator begins when the background starts. A log that begins later continues from the last look.
  const startsAtMs = first.event.type === 'started' ? first.atMs : before.state.seenAtMs;
  const startMs = Math.ceil(startsAtMs / SECOND_MS) * SECOND_MS;
  const telling = new Telling(part.before, startMs, first.offsetMinutes);
  for (const entry of entriesOf(log)) telling.tell(entry);
  return {
    id: 'log',
    settings: wholePatch(settings, DEFAULT_SETTINGS),
    start: wallTime(startMs, first.offsetMinutes),
    timeZone: zoneOf(first.offsetMinutes),
    before,
    ...telling.end(),
    observe: [],
  };
}

/** Each sign with its event, and that event's `on` while the sign is seen. */
const SHOWN = [
  ['sound', 'sound', true],
  ['fullScreen', 'full-screen', true],
  ['call', 'call', true],
  ['callHeard', 'call-heard', true],
  ['site', 'site', true],
  ['elsewhere', 'front', false],
] as const;

const MOVES: Partial<Record<Event['type'], 'tab-switch' | 'window-switch' | 'page-loaded'>> = {
  tabSwitched: 'tab-switch',
  windowSwitched: 'window-switch',
  pageLoaded: 'page-loaded',
};

/** Turns entries into scenario events. Times are whole seconds since the start. */
class Telling {
  private readonly events: Told[] = [];
  private readonly input: InputInLog;
  private settings: Settings;
  private world: World;
  private jumpedSeconds = 0;
  private lastAt = 0;
  private isFirst = true;

  constructor(
    { settings, state }: Stored,
    private readonly startMs: number,
    private offsetMinutes: number,
  ) {
    this.settings = settings;
    this.world = lastSeen(state);
    this.input = new InputInLog(state, startMs, this.events);
  }

  tell(entry: LogEntry): void {
    const gap = this.gapBefore(entry);
    const { at, lookedAt } = this.timesOf(entry, gap);
    // A change without its own event came just before the look that found it.
    const shortlyBefore = Math.max(lookedAt, at - 1);
    this.setClock(entry, at, shortlyBefore);
    if (gap === 'closed') this.restart(lookedAt, at);
    if (gap === 'asleep') this.sleep(entry, lookedAt, at);
    else this.input.follow(entry, at);
    this.show(entry.seen, entry.event.type === 'alarmRang' ? shortlyBefore : at);
    this.tellEvent(entry, at);
    this.lastAt = at;
    this.isFirst = false;
  }

  end(): { events: Told[]; end: number } {
    this.input.end(this.lastAt);
    const events = this.events.filter((event) => event.type !== 'still' || event.seconds > 0);
    return { events: events.sort((a, b) => a.at - b.at), end: this.lastAt };
  }

  /** The second since the start, without the clock changes so far. */
  private secondOf(atMs: number): number {
    return Math.round((atMs - this.startMs) / SECOND_MS) - this.jumpedSeconds;
  }

  /** What happened unseen between an entry and the last look. */
  private gapBefore(entry: LogEntry): Gap {
    const { event, seen, atMs } = entry;
    if (event.type === 'started') return this.isFirst ? 'none' : 'closed';
    if (setBackMs(entry) > 0) return 'clockSet';
    const overdueMs = overdueSinceMs(entry);
    if (overdueMs === null) return 'none';
    const isAlarm = event.type === 'alarmRang';
    // Input after the alarm was due means that the machine was awake: the clock was set forward.
    const inputAtMs = atMs - seen.quietSeconds * SECOND_MS;
    const awake = isAlarm ? inputAtMs > overdueMs : seen.quietSeconds === 0;
    return awake ? 'clockSet' : 'asleep';
  }

  /** The second of an entry, and of the look before it. */
  private timesOf(entry: LogEntry, gap: Gap): { at: number; lookedAt: number } {
    const { event, seen, atMs, lastLookAtMs } = entry;
    const looked = Math.max(this.lastAt, this.secondOf(lastLookAtMs));
    if (this.isFirst && event.type === 'started') return { at: 0, lookedAt: 0 };
    let at = this.secondOf(atMs + setBackMs(entry));
    // An alarm rings after its delay, whatever the clock says.
    if (gap === 'clockSet')
      at =
        event.type === 'alarmRang'
          ? this.secondOf(event.dueAtMs)
          : Math.max(looked, this.input.earliest(seen.quietSeconds));
    at = Math.max(this.lastAt, at);
    return { at, lookedAt: Math.min(at, looked) };
  }

  /** Sets the clock and its zone to what they were at an entry. */
  private setClock({ atMs, offsetMinutes }: LogEntry, at: number, shortlyBefore: number): void {
    const bySeconds = this.secondOf(atMs) - at;
    if (bySeconds !== 0) this.events.push({ at: shortlyBefore, type: 'clock-jump', bySeconds });
    this.jumpedSeconds += bySeconds;
    if (offsetMinutes === this.offsetMinutes) return;
    this.offsetMinutes = offsetMinutes;
    this.events.push({ at: shortlyBefore, type: 'time-zone', timeZone: zoneOf(offsetMinutes) });
  }

  private restart(closedAt: number, at: number): void {
    this.events.push({ at: closedAt, type: 'browser-closed' });
    this.events.push({ at, type: 'browser-started' });
    this.world = NOTHING_IN_VIEW;
  }

  /** The sleep began at the last input, after the last look and before the alarm was due. */
  private sleep(entry: LogEntry, lookedAt: number, at: number): void {
    const { seen } = entry;
    const dueAt = this.secondOf(overdueSinceMs(entry) ?? entry.atMs);
    const from = Math.max(lookedAt, Math.min(dueAt - 1, at - seen.quietSeconds));
    this.input.sleep(entry, from, at);
    // On waking, the late alarm rings at once and sees all of this.
    this.input.follow(entry, at);
    this.show(seen, at);
    this.events.push({ at, type: 'wake' });
  }

  private show(seen: World, at: number): void {
    const changes = SHOWN.filter(([sign]) => seen[sign] !== this.world[sign]);
    const begins = changes.filter(([sign]) => seen[sign]);
    const ends = changes.filter(([sign]) => !seen[sign]);
    // Beginnings first: full screen right after a call leaves no gap.
    for (const [sign, type, whenSeen] of [...begins, ...ends])
      this.events.push({ at, type, on: seen[sign] === whenSeen });
    this.world = seen;
  }

  private tellEvent({ event, outcomes }: LogEntry, at: number): void {
    const move = MOVES[event.type];
    if (move !== undefined) this.events.push({ at, type: move });
    switch (event.type) {
      case 'started':
      case 'looked':
      case 'alarmRang':
      case 'tabSwitched':
      case 'windowSwitched':
      case 'pageLoaded':
      // A scenario has one device.
      case 'heardOfOthers':
        return;
      case 'changeSettings':
      case 'replaceSettings':
        this.changeSettings(
          event,
          at,
          outcomes.some(({ type }) => type === 'refused'),
        );
        return;
      default: {
        const { type, ...fields } = event;
        this.events.push({ at, type: 'user', action: ACTIONS[type], ...fields } as UserEvent);
      }
    }
  }

  private changeSettings(
    event: Extract<Command, { type: 'changeSettings' | 'replaceSettings' }>,
    at: number,
    refused: boolean,
  ): void {
    const whole = event.type === 'replaceSettings';
    const patch = whole ? wholePatch(event.settings, this.settings) : withoutSites(event.patch);
    // A refused patch may hold anything, even a site. null is refused too.
    this.events.push({ at, type: 'settings', patch: refused ? null : patch });
    const changed = withPatch(this.settings, refused ? null : patch);
    if (changed.ok) this.settings = changed.settings;
  }
}

type Gap = 'none' | 'closed' | 'asleep' | 'clockSet';
