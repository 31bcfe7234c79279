import { describe, expect, it } from 'vitest';
import { SAID } from '../demo/said.ts';
import messages from '../public/_locales/en/messages.json';

interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example?: string }>;
}
const OF_DEMO = Object.entries(SAID).map(([key, message]): [string, Message] => [
  `demo_${key}`,
  { message, description: 'Of the demo, which is in English.' },
]);
const MESSAGES = [...Object.entries(messages as Record<string, Message>), ...OF_DEMO];

/** Words and phrases that no message may have, with the reason. Whole words, in any case. */
const FORBIDDEN: Record<string, string> = {
  'a promise of health':
    'cure, cures, cured, heal, heals, healed, healing, treat, treats, treated, treating, treatment, treatments, therapy, ' +
    'therapies, therapeutic, remedy, remedies, prevent, prevents, prevented, preventing, prevention, diagnose, diagnoses, ' +
    'protects from, protect from, protects against, protect against, protects you, protect you, restore health, ' +
    'restores health, restore your health, repair your, repairs your, fix your, fixes your, guarantee, guarantees, ' +
    'guaranteed, proven, clinically, doctor-recommended, miracle, instant, instantly, permanently, medical-grade, ' +
    'in 60 seconds, always, optimal, the best technique, 10×, 10x, immunity, hours of life, years added, new smoking, ' +
    'saves your eyes, save your eyes, myopia, 20-20-20, blue light',
  'a body story that goes too far':
    'activate, activates, activated, switch on, switches on, switch off, switches off, reset, resets, rewire, rewires, ' +
    'hack, hacks, stimulate, stimulates, tone the vagus, tones the vagus, polyvagal, regulate your nervous system, ' +
    'dysregulated, toxin, toxins, detox, flush, cleanse, oxygenate, oxygenates, more oxygen, boost, boosts, boosted, ' +
    'boosting, cortisol-lowering, lower cortisol, lowers cortisol, lowers blood pressure, lower your blood pressure, ' +
    'lowers your blood pressure, lowers heart rate, lowers your heart rate, happy hormone, love hormone, cuddle hormone, ' +
    'survival mode, permission to heal, fight-or-flight, sympathetic, parasympathetic, you are stressed, you’re stressed, ' +
    'your stress, improved by',
  'pressure and guilt':
    'must, should, need to, needs to, don’t forget, failed, failure, lazy, bad, overdue, warning, alert, streak, lost, ' +
    'score, level, goal, challenge, productive, addicted, missed, guilt, guilty, break the chain, well done, good job',
  'noise or borrowed authority':
    'just breathe, simply relax, calm down, journey, unlock, ultimate, deep dive, wellness, self-care, mindful, ' +
    'navy seal, navy seals, stanford, nasa, harvard',
  'a way to breathe in too much':
    'deep breath, deep breaths, deep breathing, breathe deeply, breathe deep, fill your lungs, hold as long as you can, ' +
    'empty completely',
  'the name of an illness':
    'anxiety, anxious, depression, depressed, burnout, ptsd, insomnia, hypertension, adhd, rsi, panic attack, ' +
    'panic attacks, epilepsy',
};

/**
 * Exceptions: safety notes, denials, and words in their plain sense. By message and phrase, never whole
 * messages.
 */
const STANDING: { in: RegExp; phrases: string[]; why: string }[] = [
  {
    in: /^(care_|pattern_caution_)/,
    phrases: ['doesn’t diagnose, treat or prevent anything', 'epilepsy', 'panic attacks'],
    why: 'The safety note says what Exhale is not, and who had better ask a doctor.',
  },
  {
    in: /^article_two_gears_(lead|body)$/,
    phrases: ['always at work'],
    why: 'Of nerves; “always” is only wrong of an effect.',
  },
  {
    in: /^article_deeper_breath_body$/,
    phrases: ['you do not need it for more oxygen'],
    why: 'A denial.',
  },
  {
    in: /^article_cortisol_body$/,
    phrases: ['you may have read that massage lowers cortisol'],
    why: 'What the article refutes.',
  },
  {
    in: /^article_often_(lead|body)$/,
    phrases: ['a missed day does not undo a habit', 'a missed day did not undo it'],
    why: 'A denial of guilt.',
  },
  {
    in: /^why_(doing|resting)_branch$/,
    phrases: ['sympathetic branch', 'parasympathetic branch'],
    why: 'The learned names of the two branches: on the long page, and nowhere else.',
  },
  {
    in: /^why_gears_1$/,
    phrases: [
      'the sympathetic branch',
      'the parasympathetic branch',
      'people call it fight-or-flight',
    ],
    why: 'The same; and what people call it, which the sentence corrects.',
  },
  {
    in: /^(why_opening|why_say_between|claim_twoBranches_words|unsaid_nerve_why)$/,
    phrases: ['always at work'],
    why: 'Of nerves, on the long page.',
  },
  {
    in: /^why_end$/,
    phrases: ['a pause, not a treatment'],
    why: 'A denial, at the end of the long page.',
  },
  {
    in: /^claim_(resting|upkeep|cortisol|promises)_claim$/,
    phrases: [
      'massage activates the parasympathetic system',
      'healing needs the resting state',
      'massage lowers cortisol',
      '“therapeutic”',
      '“healing”',
      '“permission to heal”',
    ],
    why: 'Claims of others, quoted to be judged.',
  },
  {
    in: /^unsaid_(medicine|nerve)_what$/,
    phrases: [
      'that a break cures, treats or prevents anything',
      'that a breath resets your nerves',
    ],
    why: 'What Exhale does not say, named as such.',
  },
  {
    in: /^(settings|popup_interval)_/,
    phrases: ['reset', 'switch on', 'switch off', 'always'],
    why: 'Of settings and switches, not of nerves.',
  },
];

const HORMONES = /\b(hormones?|cortisol|serotonin|dopamine|oxytocin)\b/i;
// After a hand on the heart, the same sentence says that people felt no different.
const HONEST_ABOUT_HORMONES =
  /^(article_(cortisol|mood|cared_for)_|claim_(cortisol|serotonin|oxytocin)_|why_research_notSo_text$|after_heart$)/;

const plain = (text: string) => text.toLowerCase().replaceAll("'", '’');
const wholeWord = (phrase: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${phrase.replace(/[.+]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u');

/** The message without its allowed phrases. */
const judged = (key: string, text: string) =>
  STANDING.filter((one) => one.in.test(key))
    .flatMap(({ phrases }) => phrases)
    .reduce((left, phrase) => left.replaceAll(phrase, ' '), plain(text));

const found = (list: string, key: string, text: string) =>
  list.split(', ').filter((phrase) => wholeWord(phrase).test(judged(key, text)));

const namedGaps = (text: string) =>
  [...text.matchAll(/\$([a-z0-9_@]+)\$/gi)].map(([, name]) => (name as string).toLowerCase());

describe('the words of every message', () => {
  it.each(Object.entries(FORBIDDEN))('never are %s', (_, list) => {
    const guilty = MESSAGES.flatMap(([key, { message }]) =>
      found(list, key, message).map((phrase) => `${key}: say “${phrase}” in another way`),
    );
    expect(guilty).toEqual([]);
  });

  it('are searched whole, in any case, with either apostrophe', () => {
    const list = Object.values(FORBIDDEN).join(', ');
    expect(found(list, 'popup_x', "You MUST. Don't forget: healing!")).toEqual([
      'healing',
      'must',
      'don’t forget',
    ]);
    expect(found(list, 'popup_x', 'Mustard, badge, scored, treaty, not deep.')).toEqual([]);
    expect(found(list, 'popup_x', 'It doesn’t diagnose, treat or prevent anything.')).not.toEqual(
      [],
    );
    expect(found(list, 'care_x', "It doesn't diagnose, treat or prevent anything.")).toEqual([]);
  });

  it('name hormones only where an article is honest about them', () => {
    const elsewhere = MESSAGES.filter(
      ([key, { message }]) => HORMONES.test(message) && !HONEST_ABOUT_HORMONES.test(key),
    );
    expect(elsewhere.map(([key]) => key)).toEqual([]);
  });

  it('mention a doctor only in the safety notes and in one calm sentence', () => {
    const elsewhere = MESSAGES.filter(
      ([key, { message }]) =>
        /\bdoctors?\b/i.test(message.replace('a doctor is the person to ask', '')) &&
        !key.startsWith('care_'),
    );
    expect(elsewhere.map(([key]) => key)).toEqual([]);
  });

  it('do not shout', () => {
    const loud = MESSAGES.filter(([, { message }]) => message.includes('!'));
    expect(loud.map(([key]) => key)).toEqual([]);
  });
});

describe('the exemptions', () => {
  it.each(STANDING.filter((one) => !one.phrases.includes('switch on')))(
    'are still needed: $why',
    ({ in: where, phrases }) => {
      const texts = MESSAGES.filter(([key]) => where.test(key)).map(([, { message }]) =>
        plain(message),
      );
      const needless = phrases.filter((phrase) => !texts.some((text) => text.includes(phrase)));
      expect(needless).toEqual([]);
    },
  );
});

describe('a message', () => {
  it('says something, and tells the translator what it is for', () => {
    const bare = MESSAGES.filter(
      ([, { message, description }]) => !message.trim() || !description?.trim(),
    );
    expect(bare.map(([key]) => key)).toEqual([]);
  });

  it('declares each of its gaps once, and has each gap that it declares', () => {
    const wrong = MESSAGES.filter(([key, { message, placeholders = {} }]) => {
      const used = new Set(namedGaps(message));
      const declared = Object.keys(placeholders).map((name) => name.toLowerCase());
      // A single thing may go without its number ("Because you skipped or left the last break").
      const mayStay = key.endsWith('_one');
      return (
        [...used].some((name) => !declared.includes(name)) ||
        (!mayStay && declared.some((name) => !used.has(name)))
      );
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('numbers its gaps from $1 on, and shows the translator an example of each', () => {
    const wrong = MESSAGES.filter(([, { placeholders = {} }]) => {
      const gaps = Object.values(placeholders);
      const contents = gaps.map(({ content }) => content).sort();
      return (
        contents.some((content, index) => content !== `$${index + 1}`) ||
        gaps.some(({ example }) => !example)
      );
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('has no gap without a name: $1 alone tells a translator nothing', () => {
    const nameless = MESSAGES.filter(([, { message }]) => /\$\d/.test(message));
    expect(nameless.map(([key]) => key)).toEqual([]);
  });

  it('comes in all plural forms of its language, or in none', () => {
    const keys = new Set(MESSAGES.map(([key]) => key));
    const halves = [...keys].filter((key) => {
      const [, base, form] = /^(.+)_(one|other)$/.exec(key) ?? [];
      return base !== undefined && !keys.has(`${base}_${form === 'one' ? 'other' : 'one'}`);
    });
    expect(halves).toEqual([]);
  });
});
