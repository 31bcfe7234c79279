import * as v from 'valibot';
import type { PageRecord } from '../records/pageRecord.ts';
import type { Settings } from '../records/settings.ts';
import { boolean, fields, wholeNumber } from '../schema.ts';

export type Way = Settings['promptStyle'];

export const FAULTS = ['keyboard', 'hidden', 'cut'] as const;

/** How the small window fares on this machine. It belongs to the machine, so no export has it. */
const MachineSchema = fields({
  smallWindow: v.exactOptional(v.picklist(['untried', 'works', 'fails']), 'untried'),
  /** What was wrong the last time, and how often in a row. */
  fault: v.exactOptional(v.nullable(v.picklist(FAULTS)), null),
  times: v.exactOptional(wholeNumber(0, 1e9), 0),
});
export type Machine = v.InferOutput<typeof MachineSchema>;

export const MACHINE: PageRecord<Machine> = {
  atFirst: v.parse(MachineSchema, {}),
  schema: MachineSchema,
};

/** What the small window saw of itself shortly after it opened. */
export const JUDGEMENT = {
  /** It lay behind another window. */
  hidden: boolean,
  /** It got the keyboard, although nobody had clicked it. */
  tookKeyboard: boolean,
  /** A button was out of view. */
  cut: boolean,
};
export type Judgement = { [Key in keyof typeof JUDGEMENT]: boolean };

/** One lost key is too many. The rest may happen once, for example while another window opens. */
const MOST_TIMES = { keyboard: 1, hidden: 2, cut: 2 } as const;

export function faultOf({ hidden, tookKeyboard, cut }: Judgement): Machine['fault'] {
  if (tookKeyboard) return 'keyboard';
  if (hidden) return 'hidden';
  return cut ? 'cut' : null;
}

/** What is known of the small window after it has judged itself once more. */
export function judged(before: Machine, judgement: Judgement): Machine {
  const fault = faultOf(judgement);
  if (fault === null) return { smallWindow: 'works', fault, times: 0 };
  const times = fault === before.fault ? before.times + 1 : 1;
  return { smallWindow: times >= MOST_TIMES[fault] ? 'fails' : before.smallWindow, fault, times };
}

/**
 * The ways to remind on this machine, in the order they are tried: the wished one while it works, then those
 * that are most likely to be seen. `none`: the browser has no small window that would leave the keyboard alone.
 * An organization may rule ways out.
 */
export function waysToRemind(
  wished: Way,
  smallWindow: Machine['smallWindow'] | 'none',
  rulesOut: readonly Way[] = [],
): Way[] {
  if (wished === 'icon') return ['icon'];
  const chosen = rulesOut.includes(wished) ? 'smallWindow' : wished;
  const isPossible =
    chosen !== 'smallWindow' || smallWindow === 'untried' || smallWindow === 'works';
  const ways: Way[] = isPossible ? [chosen] : [];
  ways.push('notification');
  if (smallWindow === 'works') ways.push('smallWindow');
  ways.push('card', 'tab');
  return [...new Set(ways)].filter((way) => !rulesOut.includes(way));
}
