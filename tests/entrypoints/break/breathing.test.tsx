// @vitest-environment happy-dom

import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setHidden } from '../../components/pageClock.ts';
import { begun, breakPage, button, LONG_EXHALE, line, press } from './breakPage.tsx';

let page: ReturnType<typeof breakPage>;
beforeEach(() => {
  page = breakPage();
});
afterEach(() => page.close());

describe('a breathing break', () => {
  it('settles for three seconds before the first breath', () => {
    page.open();
    page.clock.pass(1);
    expect(line()).toBe('Sit or stand as you are. Eyes open or closed.');
    page.clock.pass(2);
    expect(line()).toBe('In through the nose, small and soft.');
    page.clock.pass(4);
    expect(line()).toBe('Out slowly, a little longer than in.');
  });

  it('moves by the clock of its start, whenever the page is loaded', () => {
    page.open({ session: begun(LONG_EXHALE, { secondsAgo: 30 }) });
    page.clock.pass(0.1);
    const sea = page.clock.animated.filter(({ frames }) =>
      /^translateY\((103|215)/.test(String(frames[0]?.transform)),
    );
    expect(sea.map(({ options }) => options)).toMatchObject([
      { duration: 10_000, iterations: 6, delay: 300 },
      { duration: 10_000, iterations: 6, delay: 150 },
      { duration: 10_000, iterations: 6, delay: 0 },
      { duration: 10_000, iterations: 6 },
    ]);
    for (const { startTime } of sea)
      expect(performance.now() - Number(startTime)).toBeCloseTo(27_100, -3);
    expect(line()).toBe('A small breath is plenty.');
  });

  it('is set right again when it comes back into view', () => {
    page.open();
    page.clock.pass(0.1);
    const [light] = page.clock.animated;
    const beganAt = Number(light?.startTime);
    // The machine slept: the wall clock went on, the page's clock stopped.
    vi.setSystemTime(Date.now() + 20_000);
    setHidden(false);
    expect(beganAt - Number(light?.startTime)).toBeCloseTo(20_000, -2);
    page.clock.pass(0.1);
    expect(line()).toBe('Just follow along.');
  });

  it('is no wider than gently', () => {
    page.open();
    expect(screen.getByText('gently')).toBeTruthy();
  });

  it('has no pace when the breath is only noticed', () => {
    page.open({ session: begun({ kind: 'breathing', pattern: 'noticing' }) });
    page.clock.pass(4);
    expect(line()).toBe('Breathe as you already do.');
    expect(screen.queryByText('gently')).toBeNull();
    expect(screen.queryByText('Breathe in')).toBeNull();
  });

  it('stops moving when asked, while the words go on', () => {
    page.open();
    page.clock.pass(5);
    fireEvent.click(button('Less motion'));
    const paused = page.clock.animated.filter(({ state }) => state === 'paused');
    expect(paused).toHaveLength(12);
    expect(paused[0]?.currentTime).toBe(2000);
    expect(button('Less motion').getAttribute('aria-pressed')).toBe('true');
    page.clock.pass(3);
    expect(line()).toBe('Out slowly, a little longer than in.');
  });

  it('comes out of a dot and goes down at its end, but not where only its pace changes', () => {
    const { animated } = page.clock;
    const ends = () =>
      animated.filter(
        ({ frames, state }) =>
          state === 'running' &&
          (frames[0]?.transform === 'scale(0.02)' ||
            frames.some(({ transform }) => transform === 'translateY(34%)')),
      );
    page.open({ session: begun(LONG_EXHALE, { seconds: 120 }) });
    expect(ends().map(({ options }) => options)).toMatchObject([
      { iterations: 1, delay: 110_000, fill: 'forwards' },
      { iterations: 1, endDelay: 110_000, fill: 'backwards' },
      { iterations: 1, endDelay: 110_000, fill: 'backwards' },
    ]);
    page.clock.pass(5);
    fireEvent.click(button('Pace'));
    fireEvent.click(button('Easier pace'));
    page.clock.pass(1);
    // The breath that has begun is not the last one of the break.
    expect(ends().map(({ options }) => options.fill)).toEqual(['backwards', 'backwards']);
    page.clock.pass(8);
    expect(ends().map(({ options }) => options.fill)).toEqual(['forwards']);
  });

  it('lights lines instead of swelling when motion is reduced', () => {
    page.open({ settings: { motion: 'reduced' } });
    expect(
      page.clock.animated.some(({ frames }) =>
        /^(scale|translateY)\(/.test(String(frames[0]?.transform)),
      ),
    ).toBe(false);
    expect(page.clock.animated.filter(({ frames }) => frames[0]?.opacity === 0.14)).toHaveLength(
      13,
    );
  });

  it('tells screen readers each phase only when that is chosen', () => {
    page.open({ preferences: { announcePhases: true } });
    const heard = () => screen.getAllByRole('status').map((region) => region.textContent);
    expect(heard()).toContain('');
    page.clock.pass(3.1);
    expect(heard()).toContain('Breathe in');
    page.clock.pass(4);
    expect(heard()).toContain('Breathe out');
    cleanup();
    page.open();
    expect(screen.getAllByRole('status')).toHaveLength(1);
  });

  it('is silent until sound is chosen, then a tone follows the breath', () => {
    page.open();
    page.clock.pass(4);
    expect(page.told).toEqual([]);
    fireEvent.click(button('Sound: off'));
    page.clock.pass(10);
    expect(page.heard()).toEqual(['breathe by tone']);
    fireEvent.click(button('Sound: on'));
    page.clock.pass(0.1);
    expect(page.heard()).toEqual(['breathe by tone', 'breathe no more']);
  });

  it('fades its sound while it is out of view', () => {
    page.open({ preferences: { sound: { bell: true, breathing: true, loudness: 20 } } });
    page.clock.pass(4);
    const last = () => page.told.filter((what) => /^(fade|sound)$/.test(what)).at(-1);
    setHidden(true);
    expect(last()).toBe('fade');
    setHidden(false);
    expect(last()).toBe('sound');
  });

  it('tells its state in the title and takes the focus to its heading', () => {
    page.open();
    expect(document.title).toBe('Breathing · Exhale');
    expect(document.activeElement?.textContent).toBe('A breathing break');
  });

  it('takes a second press to leave when strict, and one from half of it on', () => {
    page.open({ settings: { puttingOff: 'stay' } });
    page.clock.pass(20);
    press('Escape');
    expect(page.told).not.toContain('leave');
    expect(screen.getByText('You asked to stay for at least half.')).toBeTruthy();
    fireEvent.click(button(/^Leave anyway/));
    expect(page.told).toContain('leave');
    cleanup();
    page.open({
      session: begun(LONG_EXHALE, { secondsAgo: 40 }),
      settings: { puttingOff: 'stay' },
    });
    page.clock.pass(1);
    expect(button(/^Leave/).textContent).not.toMatch(/all the same/);
    page.told.length = 0;
    press('Escape');
    expect(page.told).toContain('leave');
  });

  it('asks again in each strict break', () => {
    const { becomes } = page.open({ settings: { puttingOff: 'stay' } });
    page.clock.pass(20);
    press('Escape');
    press('Escape');
    expect(page.told.filter((what) => what === 'leave')).toHaveLength(1);
    becomes(begun());
    page.clock.pass(20);
    press('Escape');
    expect(page.told.filter((what) => what === 'leave')).toHaveLength(1);
    expect(screen.getByText('You asked to stay for at least half.')).toBeTruthy();
  });
});
