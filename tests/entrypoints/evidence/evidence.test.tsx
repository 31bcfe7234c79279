// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLAIM_IDS, claimOf } from '../../../core/evidence/claims.ts';
import { addressOf, SOURCES, type SourceId } from '../../../core/evidence/sources.ts';
import { STRENGTHS } from '../../../core/evidence/strength.ts';
import { ARTICLE_IDS, ARTICLES } from '../../../core/explain/articles.ts';
import { Browse } from '../../../entrypoints/evidence/Browse.tsx';
import { Claims } from '../../../entrypoints/evidence/Claims.tsx';
import { Evidence } from '../../../entrypoints/evidence/Evidence.tsx';
import { Unsaid } from '../../../entrypoints/evidence/Unsaid.tsx';
import { t } from '../../../shell/words/t.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { landmarks } from '../../components/landmarks.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

const claims = () => screen.getAllByRole('listitem').filter((one) => one.querySelector('details'));

describe('the list of claims', () => {
  it('shows all of them, with the words of Exhale or why it has none', () => {
    render(<Claims />);
    expect(claims()).toHaveLength(33);
    expect(screen.getByText('Exhale says: With massage, the pulse eased a little.')).toBeTruthy();
    expect(screen.getByText('Not said: These are promises, not findings.')).toBeTruthy();
  });

  it('names each strength once, over the claims that have it', () => {
    render(<Claims />);
    const groups = screen.getAllByRole('heading', { level: 3 });
    expect(groups.map(({ textContent }) => textContent)).toEqual([
      'moderate',
      'early',
      'not tested',
      'basic physiology',
      'contradicted',
      'no finding',
    ]);
    const contradicted = groups[4]?.nextElementSibling?.querySelectorAll('details') ?? [];
    expect([...contradicted].map(({ id }) => id)).toEqual(
      CLAIM_IDS.filter((id) => claimOf(id).strength === 'contradicted').map((id) => `claim-${id}`),
    );
  });

  it('has no second strength in a row, only beside the part of the claim that has it', () => {
    render(<Claims />);
    const stuck = document.getElementById('claim-stuck') as HTMLElement;
    expect(stuck.querySelector('summary')?.textContent).not.toMatch(/moderate|not tested/);
    expect(stuck.textContent).toContain('not tested That people are stuck there.');
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
    expect(terms.map(({ textContent }) => textContent)).toContain(
      'Massage brings digestion back to normal.',
    );
  });

  it('has every explanation, closed, with its strength', () => {
    render(<Browse />);
    const folded = [...document.querySelectorAll('details')];
    expect(folded).toHaveLength(ARTICLE_IDS.length);
    expect(folded.some(({ open }) => open)).toBe(false);
    expect(folded[0]?.querySelector('summary')?.textContent).toContain('basic physiology');
  });

  it('says what each strength means once, those of all explanations included', () => {
    render(<Evidence />);
    const used = [
      ...ARTICLE_IDS.map((id) => ARTICLES[id].strength),
      ...CLAIM_IDS.flatMap((id) => [claimOf(id).strength, claimOf(id).also]),
    ];
    for (const strength of STRENGTHS) {
      const said = screen.queryAllByText(t(`strength_${strength}_meaning`));
      expect(said, strength).toHaveLength(used.includes(strength) ? 1 : 0);
    }
  });

  it('says once where the ideas come from, and names no idea among the studies', () => {
    render(<Evidence />);
    expect(screen.getAllByText(/count as ideas, not as evidence/)).toHaveLength(1);
    expect(screen.getByRole('main').textContent).not.toMatch(/the idea, not evidence/);
  });

  it('unfolds and shows what its address names, also when the address changes', async () => {
    const shown: string[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      shown.push(this.id);
    };
    location.hash = '#article-cortisol';
    render(<Evidence />);
    const details = (id: string) => document.getElementById(id) as HTMLDetailsElement;
    await waitFor(() => expect(details('article-cortisol').open).toBe(true));
    expect(shown).toEqual(['article-cortisol']);
    location.hash = '#claim-sleep';
    await waitFor(() => expect(details('claim-sleep').open).toBe(true));
    expect(shown.at(-1)).toBe('claim-sleep');
    location.hash = '';
  });

  it('gives no two landmarks the same name', () => {
    render(<Evidence />);
    expect(new Set(landmarks()).size).toBe(landmarks().length);
  });
});
