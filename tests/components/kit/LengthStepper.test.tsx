// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LengthStepper } from '../../../components/kit/LengthStepper.tsx';
import { speakEnglish } from '../inEnglish.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

const told = vi.fn();

/** Accepts every length from 10 s to 30 min, as the settings do. */
function Held({ from, offered }: { from: number; offered: { min: number; max: number } }) {
  const [seconds, setSeconds] = useState(from);
  return (
    <LengthStepper
      label="Length"
      seconds={seconds}
      min={10}
      max={1800}
      offered={offered}
      invalid={false}
      onChange={(next) => {
        told(next);
        if (next >= 10 && next <= 1800) setSeconds(next);
      }}
    />
  );
}
const show = (from: number, offered = { min: 20, max: 900 }) => {
  told.mockReset();
  render(<Held from={from} offered={offered} />);
};
const input = () => screen.getByRole('spinbutton', { name: 'Length' }) as HTMLInputElement;
const shown = () => `${input().value} ${input().nextSibling?.textContent}`;
const key = (name: string) => fireEvent.keyDown(input(), { key: name });

describe('the length of a break', () => {
  it('is shown in minutes where it is whole ones, else in seconds', () => {
    show(60);
    expect(shown()).toBe('1 min');
    cleanup();
    show(90);
    expect(shown()).toBe('90 sec');
  });

  it('goes from minutes to seconds and back by the arrow keys', () => {
    show(60);
    key('ArrowDown');
    expect(shown()).toBe('45 sec');
    key('ArrowUp');
    key('ArrowUp');
    expect(shown()).toBe('90 sec');
    key('ArrowUp');
    expect(shown()).toBe('2 min');
  });

  it('stops where nothing more is offered', () => {
    show(180, { min: 20, max: 180 });
    key('ArrowUp');
    expect(told).not.toHaveBeenCalled();
    expect(shown()).toBe('3 min');
  });

  it('goes on from a length that no stop has', () => {
    show(70);
    key('ArrowDown');
    expect(told).toHaveBeenLastCalledWith(60);
  });

  it('is typed in the unit shown', () => {
    show(60);
    fireEvent.input(input(), { target: { value: '4' } });
    expect(told).toHaveBeenLastCalledWith(240);
    cleanup();
    show(45);
    fireEvent.input(input(), { target: { value: '4a0' } });
    expect(told).toHaveBeenLastCalledWith(40);
  });

  it('passes on what will be refused, and an empty field goes back to what is in use', () => {
    show(60);
    fireEvent.input(input(), { target: { value: '31' } });
    expect(told).toHaveBeenLastCalledWith(1860);
    fireEvent.input(input(), { target: { value: '' } });
    expect(told).toHaveBeenCalledTimes(1);
    fireEvent.blur(input());
    expect(shown()).toBe('1 min');
  });

  it('is read aloud in words', () => {
    show(60);
    expect(input().getAttribute('aria-valuetext')).toBe('1 minute');
  });
});
