import { describe, expect, it } from 'vitest';
import { CLAIM_IDS, claimOf, UNSAID_IDS } from '../../../core/evidence/claims.ts';
import { STRENGTHS } from '../../../core/evidence/strength.ts';
import { ARTICLE_IDS } from '../../../core/explain/articles.ts';
import { FINDINGS, KNOWN_IDS, PARAGRAPHS, PIECE_IDS } from '../../../core/explain/pieces.ts';
import { THEME_IDS, THEMES } from '../../../core/explain/themes.ts';
import messages from '../../../public/_locales/en/messages.json';

const words = (key: string) =>
  (messages as Record<string, { message: string }>)[key]?.message ?? '';
const isSentence = /[.”]$/;
const evidenceOf = (id: (typeof CLAIM_IDS)[number]) =>
  claimOf(id).sources.filter((source) => !/^article[12]$/.test(source));

describe('the claims', () => {
  it('are 33, those of the articles and those of Exhale itself', () => {
    expect(CLAIM_IDS).toHaveLength(33);
  });

  it.each(CLAIM_IDS)('%s names its evidence, or says why it names none', (id) => {
    expect(evidenceOf(id).length > 0).toBe(claimOf(id).without === undefined);
  });

  it.each(CLAIM_IDS)('%s has one strength, and another only for a part that it names', (id) => {
    const { strength, also } = claimOf(id);
    expect([...STRENGTHS, null]).toContain(strength);
    expect(also).not.toBe(strength);
    expect(words(`claim_${id}_also`) !== '').toBe(also !== undefined);
  });

  it('have a strength, but for the promises that nothing could test', () => {
    const without = CLAIM_IDS.filter((id) => claimOf(id).strength === null);
    expect(without).toEqual(['promises']);
    expect(claimOf('promises').said).toBe(false);
  });

  it.each(CLAIM_IDS)(
    '%s is quoted, judged, and said in other words or left out for a reason',
    (id) => {
      for (const part of ['claim', 'words', 'found'])
        expect(words(`claim_${id}_${part}`)).toMatch(isSentence);
    },
  );

  it.each(CLAIM_IDS)('%s is not called strong without several sources', (id) => {
    const { strength, also } = claimOf(id);
    if (strength === 'strong' || also === 'strong')
      expect(evidenceOf(id).length).toBeGreaterThanOrEqual(2);
  });

  it('that are contradicted or untested are never repeated as facts', () => {
    const weak = CLAIM_IDS.filter((id) =>
      ['contradicted', 'tradition'].includes(claimOf(id).strength ?? ''),
    );
    expect(weak.length).toBeGreaterThan(0);
    for (const id of weak) expect(words(`claim_${id}_words`)).not.toBe(words(`claim_${id}_claim`));
  });
});

describe('what Exhale does not say', () => {
  it.each(UNSAID_IDS)('%s has its reason', (id) => {
    expect(words(`unsaid_${id}_what`)).toMatch(isSentence);
    expect(words(`unsaid_${id}_why`)).toMatch(isSentence);
  });
});

describe('the themes', () => {
  it('hold every article, each exactly once', () => {
    const held = THEME_IDS.flatMap((theme) => THEMES[theme]);
    expect([...held].sort()).toEqual([...ARTICLE_IDS].sort());
  });

  it('each have a name', () => {
    for (const theme of THEME_IDS) expect(words(`browse_${theme}`)).not.toBe('');
  });
});

describe('the longer pieces', () => {
  it('have all their paragraphs, and no more', () => {
    for (const piece of PIECE_IDS) {
      for (const nth of PARAGRAPHS) expect(words(`why_${piece}_${nth}`)).toMatch(isSentence);
      expect(words(`why_${piece}_${PARAGRAPHS.length + 1}`)).toBe('');
    }
    for (const finding of FINDINGS)
      expect(words(`why_research_${finding}_text`)).toMatch(isSentence);
  });

  it('come after three things to know, each with a strength in words and a source', () => {
    expect(KNOWN_IDS).toHaveLength(3);
    for (const id of KNOWN_IDS)
      for (const part of ['strength', 'title', 'text', 'source'])
        expect(words(`why_known_${id}_${part}`)).not.toBe('');
  });
});
