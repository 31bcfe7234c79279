import { expect, it } from 'vitest';
import { hushIn } from '../../../core/engine/hush.ts';
import { NOTHING_IN_VIEW } from '../../../core/records/state.ts';
import { AT, minutes, OPEN, stored } from '../atNine.ts';

it.each([
  ['while nobody else could hear it', {}, null],
  ['while reminders are paused', { pause: OPEN }, null],
  [
    'while the person presents',
    { pause: { is: 'presenting', untilMs: AT + minutes(60) } },
    'presenting',
  ],
  ['while a call is in view', { state: { world: { ...NOTHING_IN_VIEW, call: true } } }, 'call'],
  [
    'while a call is heard from another tab',
    { state: { world: { ...NOTHING_IN_VIEW, callHeard: true } } },
    'call',
  ],
  ['while music plays', { state: { world: { ...NOTHING_IN_VIEW, sound: true } } }, null],
] as const)('Exhale is hushed or not, %s', (_, rest, hush) => {
  expect(hushIn(stored(rest))).toBe(hush);
});
