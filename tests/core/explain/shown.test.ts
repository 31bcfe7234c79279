import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { NOTHING_SHOWN, SHOWN } from '../../../core/explain/shown.ts';
import { at, told } from './moment.ts';

describe('what is remembered', () => {
  const { shown } = told(at(0));

  it.each([
    ['an article that there is not', { ...shown, entries: [{ id: 'gossip', date: '2026-03-02' }] }],
    ['a day that is none', { ...shown, entries: [{ id: 'water', date: 'today' }] }],
    ['words before a day', { ...shown, entries: [{ id: 'water', date: 'on 2026-03-02' }] }],
    ['words after a day', { ...shown, entries: [{ id: 'water', date: '2026-03-02 or so' }] }],
    [
      'an article twice',
      {
        ...shown,
        entries: [
          { id: 'water', date: '2026-03-02' },
          { id: 'water', date: '2026-03-03' },
        ],
      },
    ],
    ['a rule that there is not', { ...shown, current: { ...shown.current, rule: 'unheardOf' } }],
    [
      'a reason without its figure',
      { ...shown, current: { ...shown.current, because: { key: 'because_away' } } },
    ],
    ['an unknown field', { ...shown, page: 'https://example.org' }],
    ['nothing at all', null],
  ])('is refused with %s', (_, bad) => {
    expect(v.is(SHOWN.schema, bad)).toBe(false);
  });

  it('is read where the time of day was the reason, which is none now', () => {
    const former = { ...shown, current: { ...shown.current, because: { key: 'because_evening' } } };
    expect(v.parse(SHOWN.schema, former)).toEqual({
      ...shown,
      current: { ...shown.current, because: null },
    });
  });

  it('is accepted as it was written', () => {
    expect(v.parse(SHOWN.schema, JSON.parse(JSON.stringify(shown)))).toEqual(shown);
    expect(v.is(SHOWN.schema, NOTHING_SHOWN)).toBe(true);
  });
});
