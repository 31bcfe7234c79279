import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { RECORD_KEYS } from '../../core/stored.ts';
import v1 from '../fixtures/stored-v1.json';

const OWN = { id: 'exhale', origin: 'extension://exhale/' };

/** What is made of a value wherever one comes in. */
async function readers() {
  vi.resetModules();
  const [{ decode }, { importFrom }, { accept }] = await Promise.all([
    import('../../core/stored.ts'),
    import('../../core/files.ts'),
    import('../../shell/protocol.ts'),
  ]);
  return (value: unknown) => ({
    ...Object.fromEntries(RECORD_KEYS.map((key) => [key, decode(key, { version: 1, value })])),
    envelope: decode('pause', value),
    file: importFrom(JSON.stringify(value) ?? ''),
    message: accept(value, { id: OWN.id, url: OWN.origin }, OWN),
  });
}

const byValibot = await readers();
vi.doMock('valibot', () => import('../../shell/bareValibot.ts'));
const byBare = await readers();

const WHOLE: unknown[] = [
  ...RECORD_KEYS.map((key) => v1[key].value),
  { is: 'exhale-settings', version: 1, settings: v1.settings.value },
  { is: 'timed', untilMs: 7 },
  { type: 'snooze', minutes: 5 },
  { type: 'startBreak', kind: 'breathing', pattern: 'even', seconds: 60 },
];

type Path = (string | number)[];
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const pathsIn = (value: unknown): Path[] => [
  [],
  ...(isObject(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        pathsIn(inner).map((path): Path => [key, ...path]),
      )
    : []),
];

/** A copy with something else in one place, or one more thing there, or nothing. */
function damaged(value: unknown, [key, ...rest]: Path, damage: Damage): unknown {
  if (key === undefined)
    return damage.adds && isObject(value) ? { ...value, [damage.key]: damage.value } : damage.value;
  const copy = structuredClone(value) as Record<string, unknown>;
  if (rest.length === 0 && damage.removes) delete copy[key];
  else copy[key] = damaged(copy[key], rest, damage);
  return copy;
}
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;
const damage = fc.record({
  adds: fc.boolean(),
  removes: fc.boolean(),
  key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'mon', 'short', '0')),
  value: fc.oneof(
    fc.anything(),
    fc.constantFrom(null, '', 'all', -1, 0, 1.5, 30, [], {}, '09:00', true),
  ),
});

const values = fc
  .constantFrom(...WHOLE)
  .chain((whole) => fc.tuple(fc.constant(whole), fc.constantFrom(...pathsIn(whole)), damage))
  .map((given) => damaged(...given));

describe('the little of valibot that the worker has', () => {
  it('accepts what valibot accepts, as it was', () => {
    for (const whole of WHOLE) expect(byBare(whole)).toEqual(byValibot(whole));
    expect(byBare(v1.state.value)).toMatchObject({ state: { is: 'ok', value: v1.state.value } });
    expect(byBare({ type: 'skip' })).toMatchObject({ message: { ok: true } });
  });

  it('finds the same fault in the same place', () => {
    expect(byBare({ ...v1.tally.value, careRead: 1 })).toMatchObject({
      tally: { is: 'damaged', refusal: { field: 'careRead', problem: 'type' } },
    });
    fc.assert(
      fc.property(fc.oneof(values, fc.anything()), (value) => {
        expect(byBare(value)).toEqual(byValibot(value));
      }),
      { numRuns: 2000 },
    );
  });
});
