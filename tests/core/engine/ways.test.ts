import { describe, expect, it } from 'vitest';
import { judged, MACHINE, waysToRemind } from '../../../core/engine/ways.ts';

const FINE = { hidden: false, tookKeyboard: false, cut: false };
const UNTRIED = MACHINE.atFirst;

describe('the small window', () => {
  it('is no way to remind once it took the keyboard', () => {
    const once = judged(UNTRIED, { ...FINE, tookKeyboard: true });
    expect(once).toEqual({ smallWindow: 'fails', fault: 'keyboard', times: 1 });
  });

  it.each(['hidden', 'cut'] as const)('is none if it was %s twice in a row', (fault) => {
    const once = judged(UNTRIED, { ...FINE, [fault]: true });
    expect(once.smallWindow).toBe('untried');
    expect(judged(once, { ...FINE, [fault]: true }).smallWindow).toBe('fails');
    const between = judged(judged(once, FINE), { ...FINE, [fault]: true });
    expect(between.smallWindow).toBe('works');
  });

  it('works again as soon as it was fine', () => {
    const fails = judged(UNTRIED, { ...FINE, tookKeyboard: true });
    expect(judged(fails, FINE)).toEqual({ smallWindow: 'works', fault: null, times: 0 });
  });
});

describe('the ways to remind', () => {
  it('begin with the chosen one', () => {
    for (const way of ['smallWindow', 'notification', 'card', 'tab'] as const)
      expect(waysToRemind(way, 'untried')[0]).toBe(way);
    expect(waysToRemind('icon', 'works')).toEqual(['icon']);
  });

  it('go on with a notification, a card and a tab behind', () => {
    expect(waysToRemind('smallWindow', 'untried')).toEqual([
      'smallWindow',
      'notification',
      'card',
      'tab',
    ]);
  });

  it('have the small window without being asked only where it works', () => {
    expect(waysToRemind('notification', 'works')).toEqual([
      'notification',
      'smallWindow',
      'card',
      'tab',
    ]);
    for (const window of ['untried', 'fails', 'none'] as const)
      expect(waysToRemind('notification', window)).toEqual(['notification', 'card', 'tab']);
  });

  it('leave the small window out where it fails, and in Firefox', () => {
    for (const window of ['fails', 'none'] as const)
      expect(waysToRemind('smallWindow', window)).toEqual(['notification', 'card', 'tab']);
  });
});
