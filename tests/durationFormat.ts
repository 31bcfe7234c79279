import type { DurationFormatConstructor } from '../shell/words/durations.ts';

type Given = ConstructorParameters<DurationFormatConstructor>;
type Parts = Record<'hours' | 'minutes' | 'seconds', number>;

/** What every browser that we serve has, for the Node that has it not yet. */
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
    return count.toLocaleString(this.locale, { style: 'unit', unit, unitDisplay: 'long' });
  }
}

if (!('DurationFormat' in Intl)) Object.assign(Intl, { DurationFormat });
