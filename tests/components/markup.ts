/** What a person may have written as a name or a step, and no page may take for more than text. */
export const MARKUP = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  'אב\u{200f} <blink>bold',
];

/** The elements it would make. */
export const madeOf = (root: ParentNode = document): Element[] => [
  ...root.querySelectorAll('img[src="x"], body script, blink, [onerror]'),
];
