import { describe, expect, it } from 'vitest';
import { CLAIM_IDS, claimOf } from '../../../core/evidence/claims.ts';
import {
  addressOf,
  SOURCES,
  type SourceId,
  TRIAL_SOURCES,
} from '../../../core/evidence/sources.ts';
import { dotsOf, STRENGTHS } from '../../../core/evidence/strength.ts';
import { afterBreak } from '../../../core/explain/afterBreak.ts';
import { ARTICLE_IDS, ARTICLES, articleKey } from '../../../core/explain/articles.ts';
import { KNOWN, PIECES } from '../../../core/explain/pieces.ts';
import { BREAK_KINDS } from '../../../core/kinds.ts';
import { PATTERN_IDS } from '../../../core/patternIds.ts';
import { PATTERNS } from '../../../core/patterns.ts';
import messages from '../../../public/_locales/en/messages.json';

const words = (key: string) =>
  (messages as Record<string, { message: string }>)[key]?.message ?? '';
const isIdea = (id: SourceId) => id === 'article1' || id === 'article2';

describe('the articles', () => {
  it.each(ARTICLE_IDS)('%s has a title, a short lead and a body', (id) => {
    expect(words(articleKey(id, 'title'))).not.toBe('');
    const lead = words(articleKey(id, 'lead'));
    expect(lead.length).toBeGreaterThan(0);
    expect(lead.length).toBeLessThanOrEqual(90);
    const count = words(articleKey(id, 'body')).split(/\s+/).length;
    expect(count).toBeGreaterThanOrEqual(60);
    expect(count).toBeLessThanOrEqual(80);
  });

  it.each(ARTICLE_IDS)('%s rests on studies, not on where the idea came from', (id) => {
    const { sources, strength } = ARTICLES[id];
    expect(STRENGTHS).toContain(strength);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter(isIdea)).toEqual([]);
  });

  it.each(['slower-heart', 'blood-pressure', 'mood', 'longer-exhale', 'sleep'] as const)(
    '%s, which invites to breathe, speaks of breath before massage',
    (id) => {
      expect(ARTICLES[id].tryThis).toMatch(/^breathing/);
      expect(words(articleKey(id, 'lead'))).not.toMatch(/massage/i);
      const [, ...evidence] = words(articleKey(id, 'body')).split(/(?<=\.) /);
      const studied = evidence.find((sentence) => /breath|massage/i.test(sentence));
      expect(studied).toMatch(/breath/i);
    },
  );
});

describe('the sources', () => {
  it('are all used: by an article, a claim, a longer piece, a pattern, the trial, or the sentence after a break', () => {
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
      ...TRIAL_SOURCES,
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
