import * as v from 'valibot';
import { BREAK_KINDS } from '../kinds.ts';
import { type Refusal, refusalOf } from '../records/envelope.ts';
import { DEFAULT_SETTINGS, type Settings, withPatch } from '../records/settings.ts';
import { matching, wholeNumber } from '../schema.ts';

const seconds = wholeNumber(0, 400 * 86_400);
const happens = { at: seconds };
const bare = <T extends string>(type: T) => v.object({ ...happens, type: v.literal(type) });
const switched = <T extends string>(type: T) =>
  v.object({ ...happens, type: v.literal(type), on: v.boolean() });

const ActionSchema = v.variant('action', [
  v.object({
    ...happens,
    type: v.literal('user'),
    action: v.literal('start-break'),
    rhythm: v.optional(v.string()),
    kind: v.optional(v.picklist(BREAK_KINDS)),
    seconds: v.optional(wholeNumber(10, 1800)),
  }),
  v.object({
    ...happens,
    type: v.literal('user'),
    action: v.literal('snooze'),
    minutes: v.optional(wholeNumber(1, 60)),
  }),
  v.object({
    ...happens,
    type: v.literal('user'),
    action: v.literal('pause'),
    minutes: v.optional(wholeNumber(1, 10_080)),
    until: v.optional(v.literal('tomorrow')),
  }),
  v.object({
    ...happens,
    type: v.literal('user'),
    action: v.picklist([
      'finish-break',
      'leave-break',
      'skip',
      'resume',
      'present',
      'anyway',
      'dismiss',
      'rested',
    ]),
  }),
]);

const EventSchema = v.variant('type', [
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
  v.object({ ...happens, type: v.literal('time-zone'), timeZone: v.string() }),
  switched('sound'),
  switched('full-screen'),
  switched('call'),
  switched('site'),
  bare('tab-switch'),
  bare('window-switch'),
  bare('page-loaded'),
  ActionSchema,
  v.object({ ...happens, type: v.literal('settings'), patch: v.unknown() }),
]);

const ScenarioSchema = v.object({
  id: v.string(),
  settings: v.optional(v.unknown(), {}),
  start: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/),
  timeZone: v.string(),
  events: v.array(EventSchema),
  end: seconds,
  observe: v.optional(v.array(seconds), []),
});

export type Told = v.InferOutput<typeof EventSchema>;
/** A day, told in what really happened. */
export type Scenario = Omit<v.InferOutput<typeof ScenarioSchema>, 'settings'> & {
  settings: Settings;
};

/** Checks a scenario; `isTimeZone` is the edge's, since the core knows none. */
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
