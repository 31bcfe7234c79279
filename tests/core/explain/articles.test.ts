import { describe, expect, it } from 'vitest';
import { CLAIM_IDS, claimOf } from '../../../core/evidence/claims.ts';
import { addressOf, SOURCES, type SourceId } from '../../../core/evidence/sources.ts';
import { dotsOf, STRENGTHS } from '../../../core/evidence/strength.ts';
import { afterBreak } from '../../../core/explain/afterBreak.ts';
import { ARTICLE_IDS, ARTICLES, articleKey } from '../../../core/explain/articles.ts';
import { KNOWN, PIECES } from '../../../core/explain/pieces.ts';
import { BREAK_KINDS } from '../../../core/kinds.ts';
import { PATTERN_IDS, PATTERNS } from '../../../core/patterns.ts';
import messages from '../../../public/_locales/en/messages.json';

const words = (key: string) =>
  (messages as Record<string, { message: string }>)[key]?.message ?? '';
const isIdea = (id: SourceId) => id === 'article1' || id === 'article2';
const evidenceOf = (sources: readonly SourceId[]) => sources.filter((id) => !isIdea(id));

describe('the articles', () => {
  it.each(ARTICLE_IDS)('%s has a title, a short lead, a body and its sources in words', (id) => {
    expect(words(articleKey(id, 'title'))).not.toBe('');
    expect(words(articleKey(id, 'source'))).not.toBe('');
    const lead = words(articleKey(id, 'lead'));
    expect(lead.length).toBeGreaterThan(0);
    expect(lead.length).toBeLessThanOrEqual(90);
    const count = words(articleKey(id, 'body')).split(/\s+/).length;
    expect(count).toBeGreaterThanOrEqual(60);
    expect(count).toBeLessThanOrEqual(80);
  });

  it.each(ARTICLE_IDS)('%s has evidence besides what practitioners say', (id) => {
    const { sources, strength } = ARTICLES[id];
    expect(STRENGTHS).toContain(strength);
    expect(evidenceOf(sources).length).toBeGreaterThan(0);
  });

  it.each(ARTICLE_IDS)('%s names each of its sources with the year', (id) => {
    const line = words(articleKey(id, 'source'));
    for (const source of evidenceOf(ARTICLES[id].sources)) {
      const { citation } = SOURCES[source];
      const [name] = citation.split(/,| &| et al| \(|\. /);
      expect(line).toContain(name);
      const year = /\((\d{4})\)/.exec(citation)?.[1];
      if (year) expect(line).toContain(year);
    }
  });

  it.each(ARTICLE_IDS)('%s calls the articles it grew out of an idea, never evidence', (id) => {
    const fromPractice = ARTICLES[id].sources.some(isIdea);
    expect(/not evidence|practice’s/.test(words(articleKey(id, 'source')))).toBe(fromPractice);
  });
});

describe('the sources', () => {
  it('are all used: by an article, a claim, a longer piece, a pattern, or the sentence after a break', () => {
    const after = PATTERN_IDS.map((pattern) =>
      afterBreak({ kind: 'breathing', pattern, seconds: 60, left: false, taken: true }),
    );
    const still = afterBreak({
      kind: 'stillness',
      pattern: null,
      seconds: 600,
      left: false,
      taken: true,
    });
    const rest = afterBreak({
      kind: 'rest',
      pattern: null,
      seconds: 600,
      left: false,
      taken: true,
    });
    const done = BREAK_KINDS.map((kind) =>
      afterBreak({ kind, pattern: null, seconds: 60, left: false, taken: true }),
    );
    const used = new Set<string>([
      ...ARTICLE_IDS.flatMap((id) => ARTICLES[id].sources),
      ...CLAIM_IDS.flatMap((id) => claimOf(id).sources),
      ...[...Object.values(KNOWN), ...Object.values(PIECES).flat()].map(({ id }) => id),
      ...PATTERN_IDS.flatMap((id) => PATTERNS[id].sources),
      ...[...after, ...done, still, rest].flatMap((said) => said?.sources ?? []),
    ]);
    expect(Object.keys(SOURCES).filter((id) => !used.has(id))).toEqual([]);
    expect([...used].filter((id) => !(id in SOURCES))).toEqual([]);
  });

  it('have an address that can be opened, or none', () => {
    for (const id of Object.keys(SOURCES) as SourceId[]) {
      const address = addressOf(id);
      if (address !== null) expect(address).toMatch(/^https:\/\/[^\s]+$/);
    }
    expect(addressOf('meier2020')).toBe('https://doi.org/10.1038/s41598-020-71173-w');
    expect(addressOf('morhenn2012')).toBe('https://pubmed.ncbi.nlm.nih.gov/23251939/');
    expect(addressOf('article1')).toBeNull();
  });

  it('say no year that their name does not have', () => {
    for (const [id, { citation }] of Object.entries(SOURCES)) {
      const year = /\d{4}/.exec(id)?.[0];
      if (year) expect(citation).toContain(`(${year})`);
    }
  });
});

describe('the strength words', () => {
  it('each have a short word and a sentence that says what it means', () => {
    for (const strength of STRENGTHS) {
      expect(words(`strength_${strength}`)).not.toBe('');
      expect(words(`strength_${strength}_meaning`)).toMatch(/\.$/);
    }
    expect(words('strength_strong_meaning')).toBe('Many studies agree.');
  });

  it('fill four dots down to one, and none where the word is no rung of that ladder', () => {
    expect(STRENGTHS.map((strength) => [strength, dotsOf(strength)])).toEqual([
      ['strong', 4],
      ['moderate', 3],
      ['early', 2],
      ['tradition', 1],
      ['textbook', null],
      ['contradicted', null],
      ['guidance', null],
    ]);
  });
});
