import type { Happening } from './happening.ts';
import type { Page } from './page.ts';

type Items = Record<string, unknown>;

/** A part of the storage. It lasts as long as the page of the try-out. */
export class Area {
  private items: Items = {};

  constructor(
    private readonly name: string,
    private readonly changed: Happening,
  ) {}

  /** The area as a page sees it: what it reads is its own copy. */
  for({ realm }: Page) {
    return {
      get: async (wanted: string | string[] | null) => {
        const keys = [wanted ?? Object.keys(this.items)].flat();
        const found = keys.filter((key) => Object.hasOwn(this.items, key));
        return realm.structuredClone(
          Object.fromEntries(found.map((key) => [key, this.items[key]])),
        );
      },
      set: async (items: Items) => this.write(structuredClone(items)),
      remove: async (keys: string | string[]) =>
        this.write(Object.fromEntries([keys].flat().map((key) => [key, undefined]))),
      clear: async () =>
        this.write(Object.fromEntries(Object.keys(this.items).map((key) => [key, undefined]))),
    };
  }

  /** What is undefined is removed. */
  private write(items: Items): void {
    const changes: Items = {};
    for (const [key, newValue] of Object.entries(items)) {
      changes[key] = { oldValue: this.items[key], newValue };
      if (newValue === undefined) delete this.items[key];
      else this.items[key] = newValue;
    }
    this.changed.fire(changes, this.name);
  }
}
