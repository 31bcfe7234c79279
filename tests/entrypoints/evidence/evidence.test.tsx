// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLAIM_IDS, claimOf } from '../../../core/evidence/claims.ts';
import { addressOf, SOURCES, type SourceId } from '../../../core/evidence/sources.ts';
import { ARTICLE_IDS } from '../../../core/explain/articles.ts';
import { Browse } from '../../../entrypoints/evidence/Browse.tsx';
import { Claims } from '../../../entrypoints/evidence/Claims.tsx';
import { Evidence } from '../../../entrypoints/evidence/Evidence.tsx';
import { Unsaid } from '../../../entrypoints/evidence/Unsaid.tsx';
import { speakEnglish } from '../../components/inEnglish.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

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
    render(<Evidence />);
    const ranks = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) =>
      Number(tagName[1]),
    );
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    const leaps = ranks.filter((rank, index) => rank - (ranks[index - 1] ?? 0) > 1);
    expect(leaps).toEqual([]);
  });

  it('leads to each of its parts', () => {
    render(<Evidence />);
    const links = within(screen.getByRole('navigation', { name: 'On this page' })).getAllByRole(
      'link',
    );
    expect(links.length).toBeGreaterThan(2);
    for (const link of links)
      expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).toBeTruthy();
  });

  it('opens sources elsewhere, only by a click, and tells them nothing of where it came from', () => {
    render(<Evidence />);
    const away = [...document.querySelectorAll('a[href^="http"]')];
    const known = (Object.keys(SOURCES) as SourceId[]).map(addressOf);
    expect(away.length).toBeGreaterThan(50);
    for (const link of away) {
      expect(known).toContain(link.getAttribute('href'));
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toMatch(/noreferrer/);
    }
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
