// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, SOURCES, type SourceId } from '../../../core/evidence/sources.ts';
import { Drawing } from '../../../entrypoints/why/Drawing.tsx';
import { leanOf, voiceOf, voiceWordOf } from '../../../entrypoints/why/lean.ts';
import { Why } from '../../../entrypoints/why/Why.tsx';
import { speakEnglish } from '../../components/inEnglish.ts';
import { landmarks } from '../../components/landmarks.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

const slider = () => screen.getByRole('slider', { name: 'Move the balance' });
const lean = (toRest: number) => fireEvent.input(slider(), { target: { value: String(toRest) } });
const figure = () => document.querySelector('figure') as HTMLElement;
const voices = () =>
  ['--doing', '--resting'].map((name) => Number(figure().style.getPropertyValue(name)));

describe('the balance', () => {
  it('is in the middle at first, with both gears alike', () => {
    render(<Drawing />);
    expect(slider().getAttribute('aria-valuetext')).toBe('in between');
    expect(screen.getAllByText('at work')).toHaveLength(2);
    const [doing, resting] = voices();
    expect(doing).toBe(resting);
  });

  it.each([
    [0, 'leaning to effort'],
    [30, 'a little to effort'],
    [50, 'in between'],
    [70, 'a little to rest'],
    [100, 'leaning to rest'],
  ])('at %i says “%s”, in the slider and beside it', (toRest, word) => {
    render(<Drawing />);
    lean(toRest);
    expect(slider().getAttribute('aria-valuetext')).toBe(word);
    expect(screen.getByText(word)).toBeTruthy();
  });

  it('changes what the gears are called, and the words under the traces', () => {
    render(<Drawing />);
    lean(0);
    expect(screen.getByText('speaking up')).toBeTruthy();
    expect(screen.getByText('quieter, still at work')).toBeTruthy();
    expect(screen.getByText('swaying less')).toBeTruthy();
    expect(screen.queryByText('less driven')).toBeNull();
    lean(100);
    expect(screen.getByText('less driven')).toBeTruthy();
    expect(screen.queryByText('swaying less')).toBeNull();
  });

  it('says at both ends that the other gear never stops', () => {
    render(<Drawing />);
    for (const toRest of [0, 100]) {
      lean(toRest);
      expect(screen.getByText(/it never stops/)).toBeTruthy();
    }
  });

  it('is described by what its position stands for', () => {
    render(<Drawing />);
    lean(0);
    const id = slider().getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(id)?.textContent).toContain('a deadline');
  });

  it('can be moved by taking hold of the drawing, and not by passing over it or scrolling', () => {
    render(<Drawing />);
    const target = figure().querySelector('div[aria-hidden="true"]') as HTMLElement;
    target.getBoundingClientRect = () => ({ left: 100, width: 200 }) as DOMRect;
    fireEvent.pointerMove(target, { buttons: 0, clientX: 110 });
    expect(slider().getAttribute('aria-valuetext')).toBe('in between');
    fireEvent.pointerDown(target, { buttons: 1, clientX: 110, pointerType: 'touch' });
    expect(slider().getAttribute('aria-valuetext')).toBe('in between');
    fireEvent.pointerDown(target, { buttons: 1, clientX: 110, pointerType: 'mouse' });
    expect(slider().getAttribute('aria-valuetext')).toBe('leaning to effort');
    fireEvent.pointerMove(target, { buttons: 1, clientX: 900 });
    expect(slider().getAttribute('aria-valuetext')).toBe('leaning to rest');
  });

  it('goes from the one to the other without a jump: what one gains the other loses', () => {
    for (let toRest = 0; toRest < 100; toRest += 5) {
      expect(voiceOf('resting', toRest)).toBeLessThanOrEqual(voiceOf('resting', toRest + 5));
      expect(voiceOf('doing', toRest)).toBeGreaterThanOrEqual(voiceOf('doing', toRest + 5));
      expect(voiceOf('doing', toRest)).toBe(voiceOf('resting', 100 - toRest));
    }
    expect(leanOf(49)).toBe(leanOf(51));
    expect(voiceWordOf('doing', 20)).toBe(voiceWordOf('resting', 80));
  });
});

describe('the drawing in words', () => {
  it('tells for each part what goes along with either gear, and how it is tied to it', () => {
    render(<Drawing />);
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    const cells = rows.map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(cells).toHaveLength(5);
    expect(cells[1]).toEqual([
      'Heart',
      'faster and even (a nerve reaches it)',
      'slower, swaying with the breath (a nerve reaches it)',
    ]);
    expect(cells[4]?.[2]).toBe('settled, a wider view (it tends to go along)');
  });
});

describe('the page', () => {
  it('has its headings in order, no rank left out', () => {
    render(<Why />);
    const ranks = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) =>
      Number(tagName[1]),
    );
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    const leaps = ranks.filter((rank, index) => rank - (ranks[index - 1] ?? 0) > 1);
    expect(leaps).toEqual([]);
  });

  it('leads to each of its parts', () => {
    render(<Why />);
    const links = within(screen.getByRole('navigation', { name: 'On this page' })).getAllByRole(
      'link',
    );
    expect(links.length).toBeGreaterThan(2);
    for (const link of links)
      expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).toBeTruthy();
  });

  it('opens sources elsewhere, only by a click, and tells them nothing of where it came from', () => {
    render(<Why />);
    const away = [...document.querySelectorAll('a[href^="http"]')];
    const known = (Object.keys(SOURCES) as SourceId[]).map(addressOf);
    expect(away.length).toBeGreaterThan(10);
    for (const link of away) {
      expect(known).toContain(link.getAttribute('href'));
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toMatch(/noreferrer/);
    }
  });

  it('ends with what a minute is not', () => {
    render(<Why />);
    expect(screen.getByRole('main').lastElementChild?.textContent).toMatch(
      /^One minute is a pause/,
    );
  });

  it('gives no two landmarks the same name', () => {
    render(<Why />);
    expect(new Set(landmarks()).size).toBe(landmarks().length);
  });
});
