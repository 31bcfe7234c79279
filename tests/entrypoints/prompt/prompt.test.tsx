// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Prompt } from '../../../entrypoints/prompt/Prompt.tsx';
import { speakEnglish } from '../../components/inEnglish.ts';

let atMs = 0;
const answers: string[] = [];

beforeEach(() => {
  speakEnglish();
  atMs = 0;
  answers.length = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => atMs);
  show();
});
afterEach(cleanup);

const show = (more: { onSkip?: () => void } = {}) =>
  render(
    <Prompt
      minutes={30}
      kind="breathing"
      seconds={60}
      snoozeMinutes={5}
      noticeSeconds={0}
      failed={false}
      onBegin={() => answers.push('begin')}
      onLater={(minutes) => answers.push(minutes ? `later ${minutes}` : 'later')}
      onDecline={() => answers.push('decline')}
      {...more}
    />,
  );

const button = (name: string) => screen.getByRole('button', { name });
/** Presses a key on the focused element; true if nothing handled it. */
const down = (key: string, how: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code: key, ...how });
const up = (key: string) =>
  fireEvent.keyUp(document.activeElement ?? document.body, { key, code: key });
const pass = (ms: number) => {
  atMs += ms;
};

describe('the prompt', () => {
  it('says how long, and offers', () => {
    const dialog = screen.getByRole('dialog', { name: '30 minutes at the screen.' });
    const offer = document.getElementById(dialog.getAttribute('aria-describedby') ?? '');
    expect(offer?.textContent).toBe('A minute to breathe?');
  });

  it('has two answers', () => {
    expect(screen.getAllByRole('button')).toHaveLength(2);
    fireEvent.click(button('Breathe 1 min'));
    fireEvent.click(button('Later 5 min'));
    expect(answers).toEqual(['begin', 'later']);
  });

  it('has a third answer once Skip is offered', () => {
    cleanup();
    show({ onSkip: () => answers.push('skip') });
    fireEvent.click(button('Skip'));
    expect(answers).toEqual(['skip']);
  });

  it('takes no focus by itself', () => {
    expect(document.activeElement).toBe(document.body);
  });

  it('goes away by a fresh Esc', () => {
    pass(1000);
    down('Escape');
    expect(answers).toEqual(['decline']);
  });

  it('is put off by a key for each length', () => {
    pass(1000);
    for (const key of ['Digit1', 'Digit2', 'Numpad3', 'Digit4', 'Digit5', 'Digit0', 'KeyA']) {
      down(key);
      up(key);
    }
    expect(answers).toEqual(['later 2', 'later 5', 'later 10', 'later 15']);
    expect(button('Later 5 min').title).toBe(
      'Reminds you again in 5 min. Keys 1 to 4: 2, 5, 10, 15 minutes.',
    );
  });

  it('leaves to the browser what is pressed together with the keyboard’s other keys', () => {
    pass(1000);
    down('Digit1', { ctrlKey: true });
    expect(answers).toEqual([]);
  });

  it('lets a key through that was pressed here', () => {
    pass(1000);
    expect(down('Tab')).toBe(true);
    up('Tab');
    expect(down('Enter')).toBe(true);
  });

  it('does nothing for a key that was already held', () => {
    pass(1000);
    for (let times = 0; times < 5; times++) {
      expect(down('Escape', { repeat: true })).toBe(false);
      pass(600);
    }
    // Another key while that one is still down.
    expect(down('Enter')).toBe(false);
    up('Enter');
    up('Escape');
    expect(answers).toEqual([]);
    pass(1000);
    down('Escape');
    expect(answers).toEqual(['decline']);
  });

  it('does nothing for what is being typed when it comes', () => {
    for (const key of ['KeyA', 'Space', 'Digit2', 'Escape', 'Enter']) {
      pass(120);
      expect(down(key)).toBe(false);
      expect(up(key)).toBe(false);
    }
    expect(answers).toEqual([]);
  });

  it('starts again when the window gets the keyboard again', () => {
    pass(1000);
    expect(down('Tab')).toBe(true);
    fireEvent.focus(window);
    expect(down('Escape')).toBe(false);
    expect(answers).toEqual([]);
  });

  it('takes no key for as often as it repeats itself', () => {
    pass(1000);
    expect(down('Enter')).toBe(true);
    expect(down('Enter', { repeat: true })).toBe(false);
  });

  it('accepts keys at once after a press inside it', () => {
    fireEvent.pointerDown(document.body);
    down('Escape');
    expect(answers).toEqual(['decline']);
  });
});

describe('a prompt whose answer did not arrive', () => {
  it('says so', () => {
    cleanup();
    render(
      <Prompt
        minutes={30}
        kind="breathing"
        seconds={60}
        snoozeMinutes={5}
        noticeSeconds={0}
        failed
        onBegin={() => {}}
        onLater={() => {}}
        onDecline={() => {}}
      />,
    );
    expect(screen.getByRole('status').textContent).toBe('Exhale isn’t answering yet.');
  });
});
