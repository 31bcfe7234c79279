import { say } from '../setup/command.mjs';
import { percentile, type Samples } from './budget.ts';

export type Side = keyof Samples;

/** Measures both sides in each round. The order changes with every round. */
export async function inTurns(
  rounds: number,
  measure: (side: Side, round: number) => Promise<number>,
): Promise<Samples> {
  const samples: Samples = { exhale: [], empty: [] };
  for (let round = 0; round < rounds; round++) {
    const order: Side[] = round % 2 === 0 ? ['empty', 'exhale'] : ['exhale', 'empty'];
    for (const side of order) samples[side].push(await measure(side, round));
  }
  for (const side of ['exhale', 'empty'] as const) say(`  ${side}: ${told(samples[side])}`);
  return samples;
}

const told = (values: number[]): string =>
  `${percentile(values, 50).toFixed(1)} (${values.map((value) => value.toFixed(0)).join(' ')})`;
