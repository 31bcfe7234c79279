// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speakEnglish } from '../inEnglish.ts';
import { click, happens, key, layOut, open, PROMPT, seeShadows } from './onCard.ts';

let atMs = 0;
let shadow: () => ShadowRoot;
let opened: ReturnType<typeof open>;

beforeEach(() => {
  speakEnglish();
  layOut();
  shadow = seeShadows();
  atMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => atMs);
  document.body.replaceChildren();
});
afterEach(() => opened?.card.remove());

const start = (...given: Parameters<typeof open>) => {
  opened = open(...given);
  atMs = 1000;
  return opened;
};
const hosts = () => [...document.documentElement.children].slice(2);
const root = () => shadow().querySelector('[lang]') as HTMLElement;
const inCard = <E extends HTMLElement>(selector: string) => shadow().querySelector(selector) as E;
const button = (name: string) =>
  [...shadow().querySelectorAll('button')].find((one) =>
    [one.textContent, one.getAttribute('aria-label')].some((text) => text?.startsWith(name)),
  ) as HTMLButtonElement;
/** Waits for pending promises. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the card', () => {
  it('says who asks, how long, and what is offered', () => {
    start();
    const dialog = inCard('[role=dialog]');
    const said = (attribute: string) =>
      dialog
        .getAttribute(attribute)
        ?.split(' ')
        .map((id) => shadow().getElementById(id)?.textContent)
        .join(': ');
    expect(said('aria-labelledby')).toBe('Exhale: 30 minutes at the screen.');
    expect(said('aria-describedby')).toBe('A minute to breathe?');
    expect(dialog.hasAttribute('aria-modal')).toBe(false);
  });

  it('is in no hurry to be heard, so that it is', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    start();
    await vi.waitFor(() => expect(inCard('[role=status]').textContent).toBe(''));
    await vi.advanceTimersByTimeAsync(500);
    vi.useRealTimers();
    await vi.waitFor(() =>
      expect(inCard('[role=status]').textContent).toBe(
        '30 minutes at the screen. A minute to breathe?',
      ),
    );
  });

  it('lies at the end of the page, closed to it', () => {
    start();
    expect(hosts()).toHaveLength(1);
    expect(hosts()[0]?.shadowRoot).toBeNull();
    expect(shadow().mode).toBe('closed');
    expect(opened.card.shown).toBe(true);
    expect(root().dataset.corner).toBe('bottomRight');
  });

  it('has three answers and a way out', () => {
    start();
    const names = [...shadow().querySelectorAll('button')].map(
      (one) => one.getAttribute('aria-label') ?? one.textContent,
    );
    expect(names).toEqual(['Close', 'Breathe·1 min', 'Later·5 min', 'Skip']);
    expect(button('Later').title).toBe(
      'Reminds you again in 5 min. From here, keys 1 to 4: 2, 5, 10, 15 minutes.',
    );
  });

  it.each([
    ['Breathe', { type: 'startBreak' }],
    ['Later', { type: 'snooze' }],
    ['Skip', { type: 'skip' }],
    ['Close', { type: 'decline' }],
  ])('is gone after “%s”', async (name, answer) => {
    const { answers } = start();
    happens(button(name), click());
    expect(answers).toEqual([answer]);
    await settled();
    expect(hosts()).toEqual([]);
  });

  it('offers Skip only once it is offered', () => {
    vi.useFakeTimers({ now: 0 });
    start(async () => true, { ...PROMPT, skipAtMs: 30_000 });
    const names = () => [...shadow().querySelectorAll('button')].map((one) => one.textContent);
    expect(names()).not.toContain('Skip');
    vi.advanceTimersByTime(30_000);
    expect(names()).toContain('Skip');
  });

  it('as a notice says how soon', () => {
    start(async () => true, { ...PROMPT, noticeSeconds: 30 });
    expect(inCard('h1').textContent).toBe('A break in 30 seconds.');
  });

  it('answers once, however often it is pressed', async () => {
    let arrive = (_: boolean) => {};
    const { answers } = start(() => new Promise((resolve) => (arrive = resolve)));
    happens(button('Breathe'), click());
    happens(button('Breathe'), click());
    happens(button('Later'), click());
    arrive(true);
    await settled();
    expect(answers).toEqual([{ type: 'startBreak' }]);
  });

  it.each([
    ['comes back with no', async () => false],
    ['never left', () => Promise.reject(new Error('gone'))],
  ])('says so when the answer %s, and can be answered again', async (_, answer) => {
    const { answers } = start(answer);
    happens(button('Breathe'), click());
    await settled();
    expect(inCard('#prompt-offer').textContent).toBe('Exhale isn’t answering yet.');
    happens(button('Later'), click());
    expect(answers).toEqual([{ type: 'startBreak' }, { type: 'snooze' }]);
  });

  it('takes no press that was meant for the page, and none by a script of the page', () => {
    const { answers } = start();
    atMs = 300;
    happens(button('Breathe'), click());
    happens(window, key('Escape'));
    atMs = 1000;
    happens(button('Breathe'), click(), false);
    happens(button('Close'), click(), false);
    happens(window, key('Escape'), false);
    happens(root(), key('2', { code: 'Digit2' }), false);
    expect(answers).toEqual([]);
    expect(hosts()).toHaveLength(1);
  });
});

describe('a key', () => {
  it('(Esc), pressed anywhere, waves the card away and is the page’s all the same', () => {
    const { answers } = start();
    document.body.append(document.createElement('textarea'));
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard, { once: true });
    const event = happens(document.querySelector('textarea') as Element, key('Escape'));
    expect(answers).toEqual([{ type: 'decline' }]);
    expect(hosts()).toEqual([]);
    expect(event.defaultPrevented).toBe(false);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('(Esc) in the card is the card’s', () => {
    const { answers } = start();
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    button('Later').focus();
    happens(button('Later'), key('Escape'));
    document.removeEventListener('keydown', heard);
    expect(answers).toEqual([{ type: 'decline' }]);
    expect(heard).not.toHaveBeenCalled();
  });

  it('(Esc) that is held, or ends an input method’s word, is not for the card', () => {
    const { answers } = start();
    happens(document.body, key('Escape', { repeat: true }));
    happens(document.body, key('Escape', { isComposing: true }));
    expect(answers).toEqual([]);
  });

  it.each([
    ['1', 2],
    ['2', 5],
    ['3', 10],
    ['4', 15],
  ])(
    '%s in the card puts it off by %i minutes, and the page hears nothing',
    async (name, minutes) => {
      const { answers } = start();
      const heard = vi.fn();
      document.addEventListener('keydown', heard);
      happens(button('Breathe'), key(name, { code: `Digit${name}` }));
      document.removeEventListener('keydown', heard);
      expect(answers).toEqual([{ type: 'snooze', minutes }]);
      expect(heard).not.toHaveBeenCalled();
      await settled();
      expect(hosts()).toEqual([]);
    },
  );

  it('of another kind, in the page or in the card, does nothing', () => {
    const { answers } = start();
    for (const name of ['1', '2', 'a', 'Enter', ' ']) {
      expect(happens(document.body, key(name)).defaultPrevented).toBe(false);
    }
    for (const name of ['0', '5', 'a']) happens(button('Later'), key(name));
    happens(button('Later'), key('1', { code: 'Digit1', ctrlKey: true }));
    happens(button('Later'), key('1', { code: 'Digit1', repeat: true }));
    expect(answers).toEqual([]);
  });
});

describe('the focus', () => {
  it('stays where it is, when the card comes and when it is clicked', () => {
    document.body.append(document.createElement('textarea'));
    document.querySelector('textarea')?.focus();
    start();
    expect(document.activeElement).toBe(document.querySelector('textarea'));
    const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    expect(happens(button('Later'), press).defaultPrevented).toBe(true);
  });
});

describe('the corner', () => {
  const typeIn = (lies: DOMRect) => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
    vi.spyOn(field, 'getBoundingClientRect').mockReturnValue(lies);
    return field;
  };
  beforeEach(() => {
    vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1280);
    vi.stubGlobal('innerHeight', 800);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is one without a field in use', () => {
    typeIn(new DOMRect(900, 500, 300, 280));
    start();
    expect(root().dataset.corner).toBe('bottomLeft');
  });

  it('is left when someone types there', async () => {
    start();
    typeIn(new DOMRect(900, 500, 300, 280));
    dispatchEvent(new Event('focusin'));
    await vi.waitFor(() => expect(root().dataset.corner).toBe('bottomLeft'));
  });

  it('is none, and there is no card, if a field fills the page', () => {
    typeIn(new DOMRect(0, 0, 1280, 800));
    expect(start().card.shown).toBe(false);
    expect(hosts()).toEqual([]);
  });
});

describe('what a person chose', () => {
  it('decides colors and motion', () => {
    start(async () => true, { ...PROMPT, scheme: 'dark', motion: 'reduced' });
    expect(root().dataset.scheme).toBe('dark');
    expect(root().dataset.motion).toBe('reduced');
    expect([root().lang, root().dir]).toEqual(['en', 'ltr']);
  });
});

describe('a card that was taken away', () => {
  it('leaves the page as it was', () => {
    document.body.append(document.createElement('p'));
    const before = document.documentElement.outerHTML;
    const names = Object.keys(window);
    const { card, answers } = start();
    card.remove();
    card.remove();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(document.adoptedStyleSheets ?? []).toEqual([]);
    expect(Object.keys(window)).toEqual(names);
    happens(document.body, key('Escape'));
    expect(answers).toEqual([]);
  });

  it('gives every listener back', () => {
    const signals: (AbortSignal | undefined)[] = [];
    for (const target of [window, document]) {
      const add = target.addEventListener;
      vi.spyOn(target, 'addEventListener').mockImplementation(function (
        this: EventTarget,
        ...given: Parameters<typeof add>
      ) {
        const [, , how] = given;
        signals.push(typeof how === 'object' ? how.signal : undefined);
        return add.apply(this as Window, given);
      } as typeof add);
    }
    start().card.remove();
    expect(signals.length).toBeGreaterThan(3);
    expect(signals.every((signal) => signal?.aborted)).toBe(true);
  });

  it('goes with its page', () => {
    start();
    dispatchEvent(new Event('pagehide'));
    expect(hosts()).toEqual([]);
  });
});
