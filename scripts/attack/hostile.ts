/** What a page may do to a card. */
export const DEEDS = {
  wraps: () => {
    const wrapper = document.createElement('div');
    wrapper.style.cssText = 'position: fixed; inset: 0; opacity: 0';
    document.body.append('A bait', wrapper);
    wrapper.append(...document.querySelectorAll('[popover]'));
  },
  covers: () => {
    const bait = document.createElement('div');
    bait.popover = 'manual';
    bait.style.cssText =
      'position: fixed; inset: 0; width: 100%; height: 100%; background: pink; pointer-events: none';
    document.body.append(bait);
    bait.showPopover();
  },
  shrinks: () => {
    document.documentElement.style.zoom = '0.9';
  },
  removes: () => {
    for (const card of document.querySelectorAll('[popover]')) card.remove();
  },
  empties: () => {
    document.documentElement.replaceChildren();
  },
  pressesByScript: () => {
    for (const card of document.querySelectorAll('[popover]'))
      for (const type of ['pointerdown', 'mousedown', 'click', 'keydown'])
        card.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  },
} satisfies Record<string, () => void>;

/** After these, nobody can see what a click means. After the others, the card is as it should be, or back. */
export const DECEIVES = ['wraps', 'covers', 'shrinks'];

/** What may lie where a record belongs. */
export const DAMAGE: unknown[] = [
  'garbage',
  null,
  [],
  { version: 2, value: null },
  { version: 1, value: { phase: 'working' } },
  { version: 'two', value: {} },
  { version: 2, value: { rhythms: 7, break: [], keys: {}, asks: 'none' } },
  { version: 2, value: 'x'.repeat(300_000) },
];

/** Files that are almost those of Exhale: a text of theirs, and another one in its place. */
export const FILES: readonly (readonly [RegExp, string])[] = [
  [/^{/, '{"__proto__":{"polluted":true},'],
  [/"short"/, '"toString"'],
  [/"restMinutes":/, '"restMinutes":1e999,"careRead":'],
  [/"kind"/, `"${'x'.repeat(900_000)}"`],
  [/}$/, ''],
  [/^.*$/s, '\u0000\uffff'],
];
/** The same for messages. */
export const PATCHES: string[] = [
  '{"__proto__":{"polluted":true}}',
  '{"rhythms":{"constructor":{"on":true,"intervalMinutes":5,"breakSeconds":60}}}',
  '{"rhythms":{"short":{"intervalMinutes":-1}}}',
  `{"quietSites":["${'x'.repeat(10_000)}"]}`,
  '{"hours":{"mon":[{"from":"24:00","to":"24:00"}]}}',
  '{"restMinutes":1e12}',
];
