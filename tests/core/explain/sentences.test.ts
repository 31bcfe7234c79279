import { describe, expect, it } from 'vitest';
import { CARE_NOTES } from '../../../core/breaks/preferences.ts';
import { SOURCES, type SourceId } from '../../../core/evidence/sources.ts';
import { STRENGTHS, type Strength } from '../../../core/evidence/strength.ts';
import { afterBreak } from '../../../core/explain/afterBreak.ts';
import { ARTICLE_IDS, ARTICLES, articleKey } from '../../../core/explain/articles.ts';
import { BREAK_KINDS } from '../../../core/kinds.ts';
import { PATTERN_IDS } from '../../../core/patternIds.ts';
import { PATTERNS } from '../../../core/patterns.ts';
import messages from '../../../public/_locales/en/messages.json';

/** A sentence about what a break may do, with its sources. */
interface Claim {
  key: string;
  strength: Strength;
  sources: readonly SourceId[];
  /** The most letters that can be read at a glance. */
  letters: number;
}

const MESSAGES = messages as Record<string, { message: string }>;
const words = (key: string) => MESSAGES[key]?.message ?? '';

const ended = { pattern: null, seconds: 60, left: false, taken: true } as const;
/** The sentences of a kind take turns. */
const TURNS = [0, 1, 2, 3, 4, 5, 6];
const afterwards = [
  afterBreak({ ...ended, kind: 'breathing', pattern: 'longExhale', seconds: 10 }),
  ...PATTERN_IDS.map((pattern) => afterBreak({ ...ended, kind: 'breathing', pattern })),
  ...TURNS.flatMap((turn) => [
    ...[...BREAK_KINDS, 'own-tea' as const].map((kind) => afterBreak({ ...ended, kind, turn })),
    ...[60, 600].map((seconds) => afterBreak({ ...ended, kind: 'stillness', seconds, turn })),
  ]),
  afterBreak({ ...ended, kind: 'stillness', left: true }),
  afterBreak({ ...ended, kind: 'rest' }),
].filter((said) => said !== null);

const CLAIMS: Claim[] = [
  ...ARTICLE_IDS.map((id) => ({ key: articleKey(id, 'lead'), ...ARTICLES[id], letters: 90 })),
  ...PATTERN_IDS.map((id) => ({ key: `pattern_${id}_about`, ...PATTERNS[id], letters: 130 })),
  ...afterwards.flatMap(({ key, strength, sources }) =>
    strength === null ? [] : [{ key, strength, sources, letters: 130 }],
  ),
];
const BY_KEY = [...new Map(CLAIMS.map((claim) => [claim.key, claim])).values()];

describe('a sentence that claims something', () => {
  it.each(BY_KEY)('($key) is there, is short, and is a sentence', ({ key, letters }) => {
    expect(words(key)).toMatch(/^[A-Z0-9].*\.$/);
    expect(words(key).length).toBeLessThanOrEqual(letters);
  });

  it.each(BY_KEY)('($key) says how well it is supported, and by what', ({ strength, sources }) => {
    expect(STRENGTHS).toContain(strength);
    expect(words(`strength_${strength}`)).not.toBe('');
    // Textbook knowledge needs no study.
    if (strength !== 'textbook') expect(sources).not.toEqual([]);
    for (const source of sources) expect(SOURCES).toHaveProperty(source);
  });

  it('has the same strength everywhere', () => {
    for (const claim of CLAIMS)
      expect(claim.strength).toBe(BY_KEY.find(({ key }) => key === claim.key)?.strength);
  });
});

describe('a family of messages', () => {
  const family = (prefix: string) =>
    Object.keys(MESSAGES).filter((key) => key.startsWith(`${prefix}_`));

  it('of what is said after a break is said after some break, every one of it', () => {
    const said = new Set(afterwards.map(({ key }) => key as string));
    expect(family('after').filter((key) => !said.has(key))).toEqual([]);
  });

  it('of the cautions belongs to a pattern, every one of it', () => {
    const needed = PATTERN_IDS.map((id) => `pattern_caution_${PATTERNS[id].caution}`);
    expect(new Set(family('pattern_caution'))).toEqual(new Set(needed));
  });

  it('has a note of more than a word for each caution', () => {
    for (const note of CARE_NOTES)
      expect(words(`care_${note}`).split(' ').length).toBeGreaterThan(9);
  });

  it('warns of holds with the same words everywhere', () => {
    expect(words('care_holds')).toBe(words('pattern_caution_holds'));
  });

  it('never lets a massage near the front of the neck', () => {
    expect(words('care_massage')).toContain('never on the front or sides of the neck');
    expect(words('script_neck_circles')).toContain('never front or sides');
  });
});
