import type { DurationFormatConstructor } from '../shell/words/durations.ts';

type Given = ConstructorParameters<DurationFormatConstructor>;
type Parts = Record<'hours' | 'minutes' | 'seconds', number>;

/** `Intl.DurationFormat`, which all supported browsers have, but Node 20 lacks. */
class DurationFormat {
  constructor(
    private readonly locale: Given[0],
    private readonly options: Given[1],
  ) {}

  format(parts: Parts): string {
    const always = this.options.secondsDisplay === 'always';
    const words = (['hours', 'minutes', 'seconds'] as const)
      .filter((unit) => parts[unit] > 0 || (always && unit === 'seconds'))
      .map((unit) => this.worded(parts[unit], unit.slice(0, -1)));
    return new Intl.ListFormat(this.locale, { type: 'unit', style: 'long' }).format(words);
  }

  private worded(count: number, unit: string): string {
    const key = `${this.locale} ${unit}`;
    let format = formats.get(key);
    if (format === undefined) {
      format = new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'long' });
      formats.set(key, format);
    }
    return format.format(count);
  }
}

/** Kept, because a page makes hundreds of them. */
const formats = new Map<string, Intl.NumberFormat>();

if (!('DurationFormat' in Intl)) Object.assign(Intl, { DurationFormat });
