// @vitest-environment happy-dom

import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Ring, type RingTone } from '../../../components/kit/Ring.tsx';

afterEach(cleanup);

/** The drawing at a size of 168: how much of the ring is colored, and the height of the water. */
function drawn(level: number, tone: RingTone = 'tide') {
  cleanup();
  const { container } = render(<Ring size={168} level={level} tone={tone} />);
  const [water, , wet] = container.querySelectorAll('path');
  const transform = (water as SVGPathElement).style.transform;
  const y = Number(/translateY\(([-\d.]+)px\)/.exec(transform)?.[1]);
  const whole = 2 * Math.PI * 82.5 * (1 - 34 / 360);
  const coloured = Number((wet as SVGPathElement).getAttribute('stroke-dasharray')?.split(' ')[0]);
  return { y, coloured, whole, hasWater: y < 84 };
}

describe('the ring and its tide', () => {
  it('is for the eye alone', () => {
    const { container } = render(<Ring size={64} level={0.5} />);
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('is half full in the middle, colored up to the water', () => {
    const { y, coloured } = drawn(0.5);
    expect(y).toBeCloseTo(0);
    expect(coloured).toBeCloseTo(Math.PI * 82.5);
  });

  it('rises with the level', () => {
    const heights = [0.1, 0.3, 0.6, 0.9, 1].map((level) => -drawn(level).y);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
  });

  it('leaves water out that is less than 4 px deep', () => {
    expect(drawn(0).hasWater).toBe(false);
    expect(drawn(0.07).hasWater).toBe(false);
    expect(drawn(0.09).hasWater).toBe(true);
  });

  it('colors the whole ring once a break is due', () => {
    for (const tone of ['ember', 'held', 'empty'] as const) {
      const { coloured, whole } = drawn(0.2, tone);
      expect(coloured).toBeCloseTo(whole);
    }
  });

  it('has no water while held back or paused', () => {
    expect(drawn(1, 'ember').hasWater).toBe(true);
    expect(drawn(1, 'held').hasWater).toBe(false);
    expect(drawn(1, 'empty').hasWater).toBe(false);
  });

  it('ebbs more slowly than it rises', () => {
    const { container, rerender } = render(<Ring size={168} level={0.5} />);
    const ebbs = () => container.querySelector('svg')?.dataset.ebbs;
    expect(ebbs()).toBe('false');
    rerender(<Ring size={168} level={0.6} />);
    expect(ebbs()).toBe('false');
    rerender(<Ring size={168} level={0} />);
    expect(ebbs()).toBe('true');
  });
});
