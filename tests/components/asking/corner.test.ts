import { describe, expect, it } from 'vitest';
import {
  type Box,
  cornerFor,
  fromEdgePx,
  type Place,
} from '../../../components/asking/card/corner.ts';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const at = (place: Partial<Place> = {}) =>
  cornerFor({
    view: { width: 1280, height: 800 },
    card: { width: 400, height: 200 },
    typing: null,
    direction: 'ltr',
    current: null,
    ...place,
  });
const field = (
  left: number,
  top: number,
  width: number,
  height: number,
  caret: Box | null = null,
) => at({ typing: { field: box(left, top, width, height), caret } });

describe('the corner of the card', () => {
  it('is below, where reading ends', () => {
    expect(at()).toBe('bottomRight');
    expect(at({ direction: 'rtl' })).toBe('bottomLeft');
  });

  it('stays there beside a field that is elsewhere, or out of view', () => {
    expect(field(40, 40, 600, 300)).toBe('bottomRight');
    expect(field(800, 900, 400, 300)).toBe('bottomRight');
  });

  it('is another where the field lies: the other side first, then above', () => {
    expect(field(900, 700, 300, 40)).toBe('bottomLeft');
    expect(field(0, 700, 1280, 100)).toBe('topRight');
    expect(field(700, 0, 580, 800)).toBe('bottomLeft');
    expect(at({ direction: 'rtl', typing: { field: box(0, 700, 1280, 100), caret: null } })).toBe(
      'topLeft',
    );
  });

  it('leaves some room', () => {
    // Its left edge is at 852.
    expect(field(500, 600, 335, 100)).toBe('bottomRight');
    expect(field(500, 600, 345, 100)).toBe('bottomLeft');
  });

  it('lies over a field that fills the page, but not over its caret', () => {
    const page = [0, 0, 1280, 800] as const;
    expect(field(...page, box(100, 100, 1, 20))).toBe('bottomRight');
    expect(field(...page, box(1000, 650, 1, 20))).toBe('bottomLeft');
  });

  it('is none if it would cover the field or the caret', () => {
    expect(field(0, 0, 1280, 800)).toBeNull();
    expect(
      at({
        view: { width: 320, height: 260 },
        card: { width: 296, height: 200 },
        typing: { field: box(0, 0, 320, 260), caret: box(100, 130, 1, 20) },
      }),
    ).toBeNull();
  });

  it('does not change as long as it is free', () => {
    expect(at({ current: 'topLeft' })).toBe('topLeft');
    expect(at({ current: 'topLeft', typing: { field: box(0, 0, 500, 100), caret: null } })).toBe(
      'bottomRight',
    );
  });

  it('is nearer to the edges on a narrow page', () => {
    expect(fromEdgePx({ width: 1280, height: 800 })).toBe(28);
    expect(fromEdgePx({ width: 320, height: 480 })).toBe(12);
  });
});
