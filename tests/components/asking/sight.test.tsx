// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speakEnglish } from '../inEnglish.ts';
import { click, happens, key, layOut, open, seeShadows } from './onCard.ts';

let atMs = 0;
let shadow: () => ShadowRoot;
let opened: ReturnType<typeof open>;
let world: ReturnType<typeof layOut>;

beforeEach(() => {
  speakEnglish();
  world = layOut();
  shadow = seeShadows();
  atMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => atMs);
  document.body.replaceChildren();
});
afterEach(() => opened?.card.remove());

const start = () => {
  opened = open();
  atMs = 1000;
  return opened;
};
const hosts = () => [...document.documentElement.children].slice(2);
const root = () => shadow().querySelector('[lang]') as HTMLElement;
const button = (name: string) =>
  [...shadow().querySelectorAll('button')].find((one) =>
    one.textContent?.startsWith(name),
  ) as HTMLButtonElement;

describe('a press on a card that cannot have been seen', () => {
  const attacks: [string, () => void][] = [
    ['is covered', () => Object.assign(world, { covered: true })],
    ['is no longer open above the page', () => Object.assign(world, { open: false })],
    ['was moved', () => document.body.append(hosts()[0] as Element)],
    ['was scaled', () => Object.assign(hosts()[0] as Element, { currentCSSZoom: 0.5 })],
    ['is transparent', () => vi.spyOn(root(), 'checkVisibility').mockReturnValue(false)],
    [
      'lies elsewhere',
      () => vi.spyOn(root(), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 400, 200)),
    ],
  ];

  it.each(attacks)('is no answer, and another way is taken: it %s', (_, attack) => {
    const { answers, unseen } = start();
    attack();
    happens(button('Later'), click());
    expect(answers).toEqual([]);
    expect(unseen).toHaveBeenCalledOnce();
    expect(document.querySelectorAll('div[popover], body > div')).toHaveLength(0);
    happens(button('Later') ?? document.body, click());
    expect(unseen).toHaveBeenCalledOnce();
  });

  it.each([
    ['Escape', () => happens(window, key('Escape'))],
    ['2', () => happens(button('Later'), key('2', { code: 'Digit2' }))],
  ])('is none by the key %s either', (_, press) => {
    const { answers, unseen } = start();
    world.covered = true;
    press();
    expect(answers).toEqual([]);
    expect(unseen).toHaveBeenCalledOnce();
  });

  it('is one without a place, from the keyboard, while the card is in sight', () => {
    const { answers, unseen } = start();
    happens(button('Later'), click());
    expect(answers).toEqual([{ type: 'snooze' }]);
    expect(unseen).not.toHaveBeenCalled();
  });

  it('is one only where the card is, from a pointer', () => {
    const [at, beside] = [
      { clientX: 700, clientY: 600 },
      { clientX: 5, clientY: 5 },
    ];
    const press = (where: PointerEventInit) =>
      new PointerEvent('click', { bubbles: true, pointerType: 'mouse', ...where });
    const host = document.elementFromPoint.bind(document);
    Object.assign(document, {
      elementFromPoint: (x: number, y: number) => (x === 5 ? document.body : host(x, y)),
    });
    const first = start();
    happens(button('Later'), press(at));
    expect(first.answers).toEqual([{ type: 'snooze' }]);
    opened.card.remove();
    const second = start();
    atMs = 2000;
    happens(button('Later'), press(beside));
    expect(second.answers).toEqual([]);
    expect(second.unseen).toHaveBeenCalledOnce();
  });

  it('is none when it came into sight only just before', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { answers, unseen } = start();
    world.covered = true;
    vi.advanceTimersByTime(300);
    world.covered = false;
    vi.advanceTimersByTime(300);
    atMs = 1400;
    happens(button('Later'), click());
    vi.useRealTimers();
    expect(answers).toEqual([]);
    expect(unseen).toHaveBeenCalledOnce();
  });

  it('is none if the browser says that something lies over it, and one once it does not', () => {
    let tell: (entries: object[]) => void = () => {};
    class Observer {
      static trackVisibility = true;
      trackVisibility = true;
      observe = () => {};
      disconnect = vi.fn();
      constructor(told: (entries: object[]) => void) {
        tell = told;
      }
    }
    Object.assign(Observer.prototype, { trackVisibility: true });
    vi.stubGlobal('IntersectionObserver', Observer);
    const { answers } = start();
    happens(button('Later'), click());
    expect(answers, 'before it says anything').toEqual([]);
    tell([{ isVisible: true, time: 1000 }]);
    atMs = 1600;
    happens(button('Later'), click());
    expect(answers).toEqual([{ type: 'snooze' }]);
    opened.card.remove();

    const again = start();
    tell([{ isVisible: true, time: 1000 }]);
    tell([{ isVisible: false, time: 1500 }]);
    atMs = 3000;
    happens(button('Later'), click());
    vi.unstubAllGlobals();
    expect(again.answers).toEqual([]);
    expect(again.unseen).toHaveBeenCalledOnce();
  });
});

describe('a card that could not be used', () => {
  it.each([
    ['covered or inert', { covered: true }],
    ['not above the page', { open: false }],
  ])('is not shown: %s', (_, how) => {
    Object.assign(world, how);
    expect(start().card.shown).toBe(false);
    expect(hosts()).toEqual([]);
  });
});
