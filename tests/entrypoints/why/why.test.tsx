// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLAIM_IDS, claimOf } from '../../../core/evidence/claims.ts';
import { addressOf, SOURCES, type SourceId } from '../../../core/evidence/sources.ts';
import { ARTICLE_IDS } from '../../../core/explain/articles.ts';
import { Browse } from '../../../entrypoints/why/Browse.tsx';
import { Claims } from '../../../entrypoints/why/Claims.tsx';
import { Drawing } from '../../../entrypoints/why/Drawing.tsx';
import { leanOf, voiceOf, voiceWordOf } from '../../../entrypoints/why/lean.ts';
import { Unsaid } from '../../../entrypoints/why/Unsaid.tsx';
import { Why } from '../../../entrypoints/why/Why.tsx';
import { speakEnglish } from '../../components/inEnglish.ts';

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

const claims = () => screen.getAllByRole('listitem').filter((one) => one.querySelector('details'));

describe('the list of claims', () => {
  it('shows all of them, with the words of Exhale or why it has none', () => {
    render(<Claims />);
    expect(screen.getByRole('status').textContent).toBe('33 claims');
    expect(claims()).toHaveLength(33);
    expect(screen.getByText('Exhale says: The pulse eased a little.')).toBeTruthy();
    expect(screen.getByText('Not said: These are promises, not findings.')).toBeTruthy();
  });

  it('shows those of one strength only, when asked', () => {
    render(<Claims />);
    fireEvent.click(screen.getByRole('radio', { name: 'contradicted' }));
    const contradicted = CLAIM_IDS.filter((id) => claimOf(id).strengths.includes('contradicted'));
    expect(claims()).toHaveLength(contradicted.length);
    expect(screen.getByRole('status').textContent).toBe(`${contradicted.length} claims`);
    expect(screen.getByText('Massage lowers cortisol.')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'all' }));
    expect(claims()).toHaveLength(33);
  });

  it('offers no strength that would leave the list empty', () => {
    render(<Claims />);
    for (const radio of screen.getAllByRole('radio')) {
      fireEvent.click(radio);
      expect(claims().length).toBeGreaterThan(0);
    }
    expect(screen.queryByRole('radio', { name: 'guidance' })).toBeNull();
  });

  it('opens and closes all at once', () => {
    render(<Claims />);
    const open = () => [...document.querySelectorAll('details')].filter((one) => one.open).length;
    expect(open()).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Open all' }));
    expect(open()).toBe(33);
    fireEvent.click(screen.getByRole('button', { name: 'Close all' }));
    expect(open()).toBe(0);
  });

  it('says where no study stands behind a claim', () => {
    render(<Claims />);
    expect(screen.getAllByText('No study of this was found.')).toHaveLength(2);
    expect(screen.getByText('Textbook physiology, not a single study.')).toBeTruthy();
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
    const links = within(screen.getByRole('navigation')).getAllByRole('link');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links)
      expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).toBeTruthy();
  });

  it('opens sources elsewhere, only by a click, and tells them nothing of where it came from', () => {
    render(<Why />);
    const away = [...document.querySelectorAll('a[href^="http"]')];
    const known = (Object.keys(SOURCES) as SourceId[]).map(addressOf);
    expect(away.length).toBeGreaterThan(50);
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

  it('gives a reason for each thing that Exhale does not say, the claims left out included', () => {
    render(<Unsaid />);
    const terms = screen.getAllByRole('term');
    for (const term of terms) expect(term.nextElementSibling?.textContent).toMatch(/\.$/);
    expect(terms.map(({ textContent }) => textContent)).toContain('Digestion returns to normal.');
  });

  it('has every explanation, closed, with its strength', () => {
    render(<Browse />);
    const folded = [...document.querySelectorAll('details')];
    expect(folded).toHaveLength(ARTICLE_IDS.length);
    expect(folded.some(({ open }) => open)).toBe(false);
    expect(folded[0]?.querySelector('summary')?.textContent).toContain('basic physiology');
  });
});
