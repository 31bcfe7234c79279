// @vitest-environment happy-dom

import { fireEvent } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSounds } from '../../../components/sounds/sounds.ts';
import { fakeWorld } from './fakeContext.ts';

/** A browser without sound until there is a gesture. */
let state = 'suspended';
let onState = () => {};
const resume = vi.fn(() => Promise.reject(new Error('not allowed yet')));
const close = vi.fn(() => Promise.resolve());
let world: ReturnType<typeof fakeWorld>;

beforeEach(() => {
  vi.useFakeTimers();
  state = 'suspended';
  world = fakeWorld();
  vi.stubGlobal(
    'AudioContext',
    class {
      constructor() {
        Object.defineProperty(world.context, 'state', { get: () => state, configurable: true });
        Object.assign(world.context, {
          resume,
          close,
          addEventListener: (_type: string, listener: () => void) => {
            onState = listener;
          },
          removeEventListener: () => {
            onState = () => {};
          },
        });
        // biome-ignore lint/correctness/noConstructorReturn: the fake stands in for the real one
        return world.context;
      }
    },
  );
  resume.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('What was not allowed to sound is asked for again at the first gesture, and nothing late is heard', () => {
  const sounds = openSounds();
  sounds.ring(2, 20);
  expect(resume).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(20_000);
  fireEvent.keyDown(document.body);
  expect(resume).toHaveBeenCalledTimes(2);
  state = 'running';
  onState();
  expect(world.heard()).toEqual([]);
  fireEvent.pointerDown(document.body);
  expect(resume).toHaveBeenCalledTimes(2);
  sounds.ring(1, 20);
  expect(world.heard()).not.toEqual([]);
  sounds.close();
});

it('Closing fades first, and leaves no listener behind', () => {
  const sounds = openSounds();
  sounds.close();
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(close).toHaveBeenCalledTimes(1);
  fireEvent.keyDown(document.body);
  expect(resume).not.toHaveBeenCalled();
});
