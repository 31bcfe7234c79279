/** The readers of what is stored that have nothing yet, because it can’t be read. */
const failing = new Set<object>();
let tell: () => void = () => {};

export const canRead = (): boolean => failing.size === 0;

/** A reader tells whether it fails. */
export function tellReading(reader: object, fails: boolean): void {
  if (fails) failing.add(reader);
  else failing.delete(reader);
  tell();
}

export function onReading(told: () => void): void {
  tell = told;
}
