// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stepper } from '../../../components/kit/Stepper.tsx';
import { speakEnglish } from '../inEnglish.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

/** A stepper for a value that accepts 5 to 240, at once or later, and otherwise stays. */
function stepper({ from = 30, late = false } = {}) {
  const told: number[] = [];
  let accept: () => void = () => {};
  function Owner() {
    const [value, setValue] = useState(from);
    const [invalid, setInvalid] = useState(false);
    const change = (next: number) => {
      told.push(next);
      const fits = next >= 5 && next <= 240;
      accept = () => fits && setValue(next);
      setInvalid(!fits);
      if (!late) accept();
    };
    return (
      <Stepper
        label="Every"
        value={value}
        min={5}
        max={240}
        step={5}
        offered={{ min: 15, max: 120 }}
        unit="min"
        invalid={invalid}
        onChange={change}
      />
    );
  }
  render(<Owner />);
  const input = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Every' });
  return {
    told,
    input,
    accept: () => accept(),
    more: () => fireEvent.click(screen.getByRole('button', { name: 'Every, Increase' })),
    less: () => fireEvent.click(screen.getByRole('button', { name: 'Every, Decrease' })),
    key: (key: string) => fireEvent.keyDown(input, { key }),
    type: (value: string) => fireEvent.input(input, { target: { value } }),
    leave: () => fireEvent.blur(input),
  };
}

describe('a number to step and to type', () => {
  it('is read with its unit and its limits', () => {
    const { input } = stepper();
    expect(input.getAttribute('aria-valuenow')).toBe('30');
    expect(input.getAttribute('aria-valuetext')).toBe('30 min');
    expect(input.getAttribute('aria-valuemin')).toBe('5');
    expect(input.getAttribute('aria-valuemax')).toBe('240');
  });

  it('goes to the next multiple in either direction', () => {
    const { told, more, less } = stepper({ from: 33 });
    more();
    less();
    expect(told).toEqual([35, 30]);
  });

  it('goes down from between two steps to the lower one', () => {
    const { told, less } = stepper({ from: 33 });
    less();
    expect(told).toEqual([30]);
  });

  it('moves by the arrow keys, and three steps by the page keys', () => {
    const { told, key } = stepper();
    for (const each of ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']) key(each);
    expect(told).toEqual([35, 30, 45, 30]);
  });

  it('stops where its steps end, and leads back from beyond', () => {
    const beyond = stepper({ from: 200 });
    beyond.more();
    expect(beyond.told).toEqual([]);
    beyond.less();
    expect(beyond.told).toEqual([120]);
    cleanup();
    const below = stepper({ from: 5 });
    below.less();
    expect(below.told).toEqual([]);
    below.more();
    expect(below.told).toEqual([15]);
  });

  it('counts every press, however late the value comes', () => {
    const { told, more, input, accept } = stepper({ late: true });
    more();
    more();
    expect(told).toEqual([35, 40]);
    expect(input.value).toBe('40');
    accept();
    expect(input.value).toBe('40');
  });

  it('passes a typed number on as it is typed', () => {
    const { told, type, input } = stepper();
    type('4');
    type('45');
    expect(told).toEqual([4, 45]);
    expect(input.value).toBe('45');
  });

  it('takes nothing but digits', () => {
    const { told, type, input } = stepper();
    type('4x5');
    expect(input.value).toBe('45');
    expect(told).toEqual([45]);
  });

  it('keeps a refused number in sight, and forgets an empty one', () => {
    const { type, leave, input } = stepper();
    type('3');
    leave();
    expect(input.value).toBe('3');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    type('60');
    expect(input.getAttribute('aria-invalid')).toBeNull();
    type('');
    leave();
    expect(input.value).toBe('60');
  });
});
