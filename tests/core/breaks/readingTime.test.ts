import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingSeconds } from '../../../core/breaks/readingTime.ts';

describe('a step that a person wrote', () => {
  it.each([
    [
      'Japanese',
      'やかんを火にかけて、湯のみを温めます。お茶の葉をさじに二杯入れ、二分ほど待ちます。',
    ],
    ['Chinese', '把水壶放在炉子上，把茶杯烫热，放两勺茶叶进去，然后等大约两分钟再慢慢地喝。'],
    ['Thai', 'ตั้งกาน้ำบนเตา อุ่นถ้วยชา ใส่ใบชาสองช้อน แล้วรอประมาณสองนาทีก่อนค่อยๆดื่ม'],
  ])('has time to be read in %s, which has no spaces between words', (_, step) => {
    expect(readingSeconds(step)).toBeGreaterThan(8);
  });

  it('takes longer to read the more words it has, and five seconds at least', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'kettle', 'on'), { maxLength: 40 }), (words) => {
        const seconds = readingSeconds(words.join(' '));
        expect(seconds).toBeGreaterThanOrEqual(5);
        expect(readingSeconds(`${words.join('  ')} more `)).toBeGreaterThanOrEqual(seconds);
      }),
    );
  });
});
