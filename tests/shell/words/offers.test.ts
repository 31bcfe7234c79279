import { beforeEach, describe, expect, it } from 'vitest';
import { inWords } from '../../../shell/words/durations.ts';
import { lengthOfKind, offerLines, offerWithin } from '../../../shell/words/offers.ts';
import { speakEnglish } from '../../components/inEnglish.ts';

beforeEach(speakEnglish);

const breathing = { kind: 'breathing', seconds: 60 } as const;
const stillness = { kind: 'stillness', seconds: 300 } as const;

describe('the two lines of a prompt', () => {
  it('say how long, and offer', () => {
    expect(offerLines({ minutes: 30, ...breathing }, inWords)).toEqual([
      '30 minutes at the screen.',
      'A minute to breathe?',
    ]);
    expect(offerLines({ minutes: 60, ...stillness }, inWords)).toEqual([
      'An hour at the screen.',
      'Five quiet minutes?',
    ]);
  });

  it.each([
    [0, 'Some time at the screen.'],
    [1, '1 minute at the screen.'],
    [59, '59 minutes at the screen.'],
    [64, 'An hour at the screen.'],
    [73, '1 hour, 10 minutes at the screen.'],
    [120, '2 hours at the screen.'],
  ])('say %i minutes as people do', (minutes, line) => {
    expect(offerLines({ minutes, ...breathing }, inWords)[0]).toBe(line);
  });

  it.each([
    [{ kind: 'breathing', seconds: 20 }, '20 seconds to breathe?'],
    [{ kind: 'breathing', seconds: 180 }, '3 minutes to breathe?'],
    [{ kind: 'stillness', seconds: 60 }, 'A quiet minute?'],
    [{ kind: 'stillness', seconds: 600 }, '10 minutes of quiet?'],
    [{ kind: 'movement', seconds: 120 }, '2 minutes to move?'],
    [{ kind: 'own-a', seconds: 60 }, 'A minute for your own break?'],
    [{ kind: 'surprise', seconds: 300 }, 'Five minutes for a break?'],
    [{ kind: 'soft', seconds: 60 }, 'If it suits you: a minute.'],
  ] as const)('offer what the break is: %o', (offered, line) => {
    expect(offerLines({ minutes: 30, ...offered }, inWords)[1]).toBe(line);
  });
});

describe('the two short lines', () => {
  it('say the same in short', () => {
    expect(offerLines({ minutes: 31, kind: 'breathing', seconds: 90 })).toEqual([
      '31 min at the screen.',
      '90 sec to breathe?',
    ]);
    expect(offerLines({ minutes: 60, ...stillness })).toEqual([
      'An hour at the screen.',
      'Five quiet minutes?',
    ]);
  });
});

describe('an offer within a line', () => {
  it('is in lower case and short', () => {
    expect(offerWithin(breathing)).toBe('a minute to breathe?');
    expect(offerWithin(stillness)).toBe('5 min of quiet?');
  });
});

describe('a break within a sentence', () => {
  it('is its length and its kind', () => {
    expect(lengthOfKind(breathing)).toBe('a minute of breathing');
    expect(lengthOfKind(stillness)).toBe('5 min of quiet');
  });
});
