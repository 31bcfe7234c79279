import * as v from 'valibot';
import { COMMANDS } from '../engine/event.ts';
import { type Refusal, refusalOf } from '../records/envelope.ts';
import { DEFAULT_SETTINGS, type Settings, withPatch } from '../records/settings.ts';
import { StoredSchema } from '../records/stored.ts';
import { boolean, list, matching, text, wholeNumber } from '../schema.ts';
import { COMMAND_OF, type UserEvent } from './actions.ts';

const seconds = wholeNumber(0, 400 * 86_400);
const MAX_EVENTS = 1_000_000;
const happens = { at: seconds };
const bare = <T extends string>(type: T) => v.object({ ...happens, type: v.literal(type) });
const switched = <T extends string>(type: T) =>
  v.object({ ...happens, type: v.literal(type), on: boolean });

const SIGNALS_TOLD = [
  bare('active'),
  bare('idle'),
  v.object({ ...happens, type: v.literal('still'), seconds }),
  bare('locked'),
  bare('sleep'),
  bare('wake'),
  bare('worker-killed'),
  v.object({
    ...happens,
    type: v.literal('browser-closed'),
    stored: v.optional(v.picklist(['garbage', 'missing', 'future-version', 'partial'])),
  }),
  bare('browser-started'),
  v.object({
    ...happens,
    type: v.literal('clock-jump'),
    bySeconds: wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  }),
  v.object({ ...happens, type: v.literal('time-zone'), timeZone: text(64) }),
  switched('sound'),
  switched('full-screen'),
  switched('call'),
  /** A call that is known by its sound. */
  switched('call-heard'),
  switched('site'),
  /** Whether a window of the browser has the focus. */
  switched('front'),
  bare('tab-switch'),
  bare('window-switch'),
  bare('page-loaded'),
  v.object({ ...happens, type: v.literal('settings'), patch: v.unknown() }),
] as const;

const ACTIONS_TOLD = Object.entries(COMMAND_OF).map(([action, command]) =>
  v.object({
    ...happens,
    type: v.literal('user'),
    action: v.literal(action),
    ...COMMANDS[command],
  }),
);

/** An event of a scenario. */
export type Told = v.InferOutput<(typeof SIGNALS_TOLD)[number]> | UserEvent;
const EventSchema = v.variant('type', [
  ...SIGNALS_TOLD,
  v.variant('action', ACTIONS_TOLD as never),
]) as v.GenericSchema<unknown, Told>;

const ScenarioSchema = v.object({
  id: text(200),
  settings: v.optional(v.unknown(), {}),
  start: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/),
  timeZone: text(64),
  events: list(EventSchema, MAX_EVENTS),
  end: seconds,
  observe: v.optional(list(seconds, MAX_EVENTS), []),
  /** What was stored besides the settings when the day began. Without it, Exhale was just installed. */
  before: v.exactOptional(v.omit(StoredSchema, ['settings'])),
});

/** A day as written. Its settings are a patch on the defaults. */
export type ToldDay = v.InferOutput<typeof ScenarioSchema>;
/** A day with its full settings. */
export type Scenario = Omit<ToldDay, 'settings'> & { settings: Settings };

/** Checks a scenario. The core knows no zones, so it is given `isTimeZone`. */
export function parseScenario(
  value: unknown,
  isTimeZone: (name: string) => boolean,
): { ok: true; scenario: Scenario } | { ok: false; refusal: Refusal } {
  const parsed = v.safeParse(ScenarioSchema, value, { abortEarly: true });
  if (!parsed.success) return { ok: false, refusal: refusalOf(parsed.issues) };
  const refuse = (field: string) => ({
    ok: false as const,
    refusal: { field, problem: 'invalid' as const },
  });
  const { events, timeZone } = parsed.output;
  const settings = withPatch(DEFAULT_SETTINGS, parsed.output.settings);
  if (!settings.ok) {
    const { field } = settings.refusal;
    return {
      ok: false,
      refusal: { ...settings.refusal, field: field === '' ? 'settings' : `settings.${field}` },
    };
  }
  if (!isTimeZone(timeZone)) return refuse('timeZone');
  for (const [index, event] of events.entries()) {
    if (index > 0 && event.at < (events[index - 1] as Told).at) return refuse(`events.${index}.at`);
    if (event.type === 'time-zone' && !isTimeZone(event.timeZone))
      return refuse(`events.${index}.timeZone`);
  }
  return { ok: true, scenario: { ...parsed.output, settings: settings.settings } };
}
