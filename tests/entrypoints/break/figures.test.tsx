// @vitest-environment happy-dom

import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Figure } from '../../../entrypoints/break/figures/Figure.tsx';
import { BODY_PARTS, FIGURES, type FigureName } from '../../../entrypoints/break/figures/names.ts';
import { textOf } from '../../code.ts';

afterEach(cleanup);

const STYLE = ['Figure', 'motion']
  .map((file) => textOf(`entrypoints/break/figures/${file}.module.css`))
  .join('\n')
  .replace(/\/\*.*?\*\//gs, '');
/** What each movement changes. */
const KEYFRAMES = [...STYLE.matchAll(/@keyframes (\w+) \{(.*?\n)\}/gs)].map(([, name, frames]) => ({
  name: name as string,
  changes: [...(frames as string).matchAll(/([\w-]+):/g)].map(([, property]) => property as string),
}));
/** The declarations of a rule with exactly this selector. */
const rule = (selector: string) =>
  STYLE.split('}')
    .map((block) => block.split('{'))
    .find(([before]) => before?.trim() === selector)?.[1]
    ?.trim();

function drawn(name: FigureName, { reduced = false, still = false } = {}) {
  cleanup();
  const { container } = render(<Figure name={name} reduced={reduced} still={still} />);
  const figure = container.firstElementChild as HTMLElement;
  const drawing = figure.querySelector('svg') as SVGSVGElement;
  const moving = [...drawing.querySelectorAll<SVGGElement>('g[class*="moves"]')];
  return {
    figure,
    drawing,
    moving,
    seconds: drawing.style.getPropertyValue('--seconds'),
    // Each drawing has its own ids.
    inside: (drawing.firstElementChild as Element).innerHTML.replace(
      /id="[^"]*"|url\([^)]*\)/g,
      '',
    ),
  };
}

describe.each(FIGURES)('the figure %s', (name) => {
  it('is drawn, for the eye alone', () => {
    const { figure, drawing } = drawn(name);
    expect(drawing.querySelectorAll('path, circle').length).toBeGreaterThan(2);
    expect(figure.getAttribute('aria-hidden')).toBe('true');
    expect(figure.textContent).toBe('');
  });

  it('is drawn without a slip of the pen', () => {
    expect(drawn(name).drawing.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('moves, and needs between three and ten seconds for it', () => {
    const { moving, seconds } = drawn(name);
    expect(moving.length).toBeGreaterThan(0);
    expect(seconds).toMatch(/^\d+s$/);
    expect(Number.parseInt(seconds, 10)).toBeGreaterThanOrEqual(3);
    expect(Number.parseInt(seconds, 10)).toBeLessThanOrEqual(10);
  });

  it('moves by a movement that there is', () => {
    const known = KEYFRAMES.map((each) => each.name);
    for (const part of drawn(name).moving)
      expect(known.some((each) => part.getAttribute('class')?.includes(each))).toBe(true);
  });

  it('says of its own whether it may move', () => {
    expect(drawn(name, { reduced: true }).figure.dataset).toMatchObject({ reduced: 'true' });
    expect(drawn(name, { still: true }).figure.dataset).toMatchObject({ still: 'true' });
    expect(drawn(name).figure.dataset).toMatchObject({ reduced: 'false', still: 'false' });
  });
});

describe('what moves', () => {
  it('changes by transform and opacity alone', () => {
    expect(KEYFRAMES.length).toBeGreaterThan(5);
    const changed = new Set(KEYFRAMES.flatMap(({ changes }) => changes));
    expect([...changed].sort()).toEqual(['opacity', 'transform']);
    expect(STYLE.match(/transition: \w+/g)).toEqual(['transition: opacity']);
  });

  it('is driven by one rule, so that one switch stops it', () => {
    const driven = [...STYLE.matchAll(/([^{}]+)\{[^{}]*\banimation:([^;]+);/g)];
    const endless = driven.filter(([, , how]) => how?.includes('infinite'));
    expect(endless.map(([, selector]) => selector?.trim())).toEqual(['.moves']);
  });

  it('does not move with reduced motion', () => {
    expect(rule('[data-reduced="true"] .moves')).toBe('animation: none;');
  });

  it('stops while it is held', () => {
    expect(rule('[data-still="true"] .moves')).toBe('animation-play-state: paused;');
  });
});

describe('a step of the walk', () => {
  /** The degrees of a joint in each eighth of a cycle; null where no frame says it. */
  const degrees = (joint: string) => {
    const [, frames = ''] =
      STYLE.match(new RegExp(`@keyframes ${joint} \\{(.*?\\n)\\}`, 's')) ?? [];
    const told = [...frames.matchAll(/([\d.%,\sto]+)\{\s*transform: rotate\((-?\d+)deg\)/g)];
    return Array.from({ length: 8 }, (_, eighth) => {
      const at = told.find(([, when]) =>
        when?.split(',').some((each) => each.trim() === `${eighth * 12.5}%`),
      );
      return at === undefined ? null : Number(at[2]);
    });
  };

  it('never brings both legs to the same place, so that two are seen', () => {
    const thigh = degrees('thigh');
    const knee = degrees('knee');
    for (let eighth = 0; eighth < 4; eighth++) {
      const apart = ([one, other]: (number | null | undefined)[]) =>
        Math.abs((one ?? Number.NaN) - (other ?? Number.NaN));
      const thighs = apart([thigh[eighth], thigh[eighth + 4]]);
      const knees = apart([knee[eighth], knee[eighth + 4]]);
      expect(Math.max(thighs, knees)).toBeGreaterThan(15);
    }
  });
});

describe('left and right', () => {
  it.each([
    ['squeezeLeft', 'squeezeRight'],
    ['palmLeft', 'palmRight'],
    ['fingersLeft', 'fingersRight'],
  ] as const)('(%s and %s) mirror each other and take as long', (left, right) => {
    const one = drawn(left);
    const other = drawn(right);
    const mirror = other.drawing.firstElementChild as Element;
    expect(other.drawing.children.length).toBe(1);
    expect(mirror.getAttribute('transform')).toBe('matrix(-1 0 0 1 320 0)');
    expect(other.seconds).toBe(one.seconds);
    const bare = (html: string) => html.replace(/id="[^"]*"|url\([^)]*\)/g, '');
    expect(bare(mirror.innerHTML)).toBe(bare(one.drawing.innerHTML));
  });
});

describe('the resting figure', () => {
  it.each(BODY_PARTS)('lights %s and nothing else', (part) => {
    const { container } = render(<Figure name="scan" part={part} reduced={false} still={false} />);
    const lit = [...container.querySelectorAll<SVGGElement>('[data-lit]')].map((place) =>
      place.getAttribute('data-lit'),
    );
    expect(lit).toHaveLength(BODY_PARTS.length);
    expect(lit.indexOf('true')).toBe(BODY_PARTS.indexOf(part));
    expect(lit.lastIndexOf('true')).toBe(BODY_PARTS.indexOf(part));
  });
});

describe('another figure', () => {
  it('appears when the one before is gone, so that no body is seen through another', () => {
    const [, delay] = STYLE.match(/animation: appear \d+ms [\w-]+ (\d+)ms/) ?? [];
    const [, gone] = STYLE.match(/animation: vanish (\d+)ms/) ?? [];
    expect(Number(gone)).toBeGreaterThan(100);
    expect(Number(delay)).toBeGreaterThanOrEqual(Number(gone));
  });

  const leaving = (container: Element) =>
    [...container.querySelectorAll('svg')].map((drawing) => drawing.getAttribute('data-leaving'));

  it('comes as the one before goes', () => {
    const { container, rerender } = render(<Figure name="stand" reduced={false} still={false} />);
    expect(leaving(container)).toEqual(['false']);
    rerender(<Figure name="heels" reduced={false} still={false} />);
    expect(leaving(container)).toEqual(['true', 'false']);

    fireEvent.animationEnd(container.querySelector('svg') as SVGSVGElement);
    expect(leaving(container)).toEqual(['false']);
  });

  it('may be the one that was just leaving', () => {
    const { container, rerender } = render(<Figure name="stand" reduced={false} still={false} />);
    rerender(<Figure name="heels" reduced={false} still={false} />);
    rerender(<Figure name="stand" reduced={false} still={false} />);
    expect(leaving(container)).toEqual(['true', 'false']);
  });
});
