import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { icsOf } from '../../../core/personal/ics.ts';

const EVENT = {
  uid: '956c7af3-3181-4b65-8c82-3bfce95d7ad5',
  atMs: Date.parse('2026-03-02T09:05:07.890Z'),
  date: '2026-03-20',
  everyWeeks: 4,
  summary: 'Massage',
};
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const summaryIn = (text: string) =>
  unfolded(text).find((line) => line.startsWith('SUMMARY:')) ?? '';

describe('a file for calendars', () => {
  it('is one event of whole days that comes back', () => {
    expect(icsOf(EVENT)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Exhale//Exhale//EN',
        'BEGIN:VEVENT',
        'UID:956c7af3-3181-4b65-8c82-3bfce95d7ad5',
        'DTSTAMP:20260302T090507Z',
        'DTSTART;VALUE=DATE:20260320',
        'RRULE:FREQ=WEEKLY;INTERVAL=4',
        'SUMMARY:Massage',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('escapes what has a meaning of its own', () => {
    const told = summaryIn(icsOf({ ...EVENT, summary: 'Neck, back; \\ and\nhands' }));
    expect(told).toBe('SUMMARY:Neck\\, back\\; \\\\ and\\nhands');
  });

  it('folds what is longer than 75 octets, and tears no letter apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (summary) => {
        const text = icsOf({ ...EVENT, summary });
        for (const line of text.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        const read = summaryIn(text)
          .slice('SUMMARY:'.length)
          .replace(/\\(.)/g, (_, letter) => (letter === 'n' ? '\n' : letter));
        expect(read).toBe(summary.replace(/\r\n|\r/g, '\n'));
      }),
    );
  });

  it.each([
    ['one octet', 'a', 67],
    ['one octet, the last such', '\u007f', 67],
    ['two octets, the first such', '\u0080', 33],
    ['two octets, the last such', '\u07ff', 33],
    ['three octets, the first such', '\u0800', 22],
    ['three octets, the last such', '\uffff', 22],
    ['four octets', '\u{10000}', 16],
  ])('fills a line before it begins the next: letters of %s', (_, letter, fit) => {
    const whole = `SUMMARY:${letter.repeat(fit)}\r\n`;
    expect(icsOf({ ...EVENT, summary: letter.repeat(fit) })).toContain(`${whole}TRANSP`);
    expect(icsOf({ ...EVENT, summary: letter.repeat(fit + 1) })).toContain(
      `${whole} ${letter}\r\n`,
    );
  });
});
