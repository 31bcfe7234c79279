/** A text that a page shows or reads aloud. */
export interface TextInPage {
  text: string;
  /** The language that is said of it. */
  lang: string;
  dir: string;
}

/** All texts of a page, also those that are folded away. It runs inside the page. */
export function textsInPage(): TextInPage[] {
  const SAID = ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'alt', 'placeholder'];
  const texts: TextInPage[] = [{ ...marked(document.documentElement), text: document.title }];

  function marked(element: Element): { lang: string; dir: string } {
    const lang = element.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang;
    return { lang, dir: getComputedStyle(element).direction };
  }
  const gather = (tree: Element | ShadowRoot) => {
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Element)) {
        const { parentElement, textContent } = node;
        if (parentElement && !/^(STYLE|SCRIPT)$/.test(parentElement.tagName))
          texts.push({ ...marked(parentElement), text: textContent ?? '' });
        continue;
      }
      if (node.shadowRoot) gather(node.shadowRoot);
      for (const name of SAID) {
        const text = node.getAttribute(name);
        if (text) texts.push({ ...marked(node), text });
      }
    }
  };
  gather(document.body);
  for (const host of document.documentElement.children)
    if (host.shadowRoot) gather(host.shadowRoot);
  return texts
    .map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/** What the browser writes itself in the page's language: dates, times and lists. It runs inside the page. */
export function datesInPage(): string[] {
  const { lang } = document.documentElement;
  const options: Intl.DateTimeFormatOptions[] = [
    { dateStyle: 'full' },
    { dateStyle: 'long' },
    { dateStyle: 'medium', timeStyle: 'medium' },
    { weekday: 'long', day: 'numeric', month: 'long' },
    { weekday: 'short', day: 'numeric', month: 'short' },
    { weekday: 'long' },
    { weekday: 'short' },
    { weekday: 'narrow' },
    { month: 'long' },
    { month: 'short' },
    { month: 'long', year: 'numeric' },
    { month: 'short', year: 'numeric' },
    { day: 'numeric', month: 'short' },
    { hour: 'numeric', minute: '2-digit' },
    { hour: 'numeric' },
    { year: 'numeric' },
  ];
  const days = Array.from({ length: 62 }, (_, nth) => Date.UTC(2026, 0, 1 + nth * 6, nth % 24));
  // Persian has a calendar of its own, and the days are told in the common one.
  const both = options.flatMap((option) => [option, { ...option, calendar: 'gregory' }]);
  const written = both.flatMap((option) => {
    const format = new Intl.DateTimeFormat(lang, { ...option, timeZone: 'UTC' });
    return [
      ...days.map((day) => format.format(day)),
      format.formatRange(days[0] as number, days[9] as number),
    ];
  });
  const near = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  const hours = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit' });
  return [
    ...written,
    ...[-1, 0, 1].map((day) => near.format(day, 'day')),
    hours.formatRange(Date.UTC(2026, 0, 1, 9, 7), Date.UTC(2026, 0, 1, 10, 7)),
    hours.formatRange(Date.UTC(2026, 0, 1, 9, 7), Date.UTC(2026, 0, 1, 9, 8)),
    ...[2, 3].map(list),
  ];

  /** The numbers from 1 as a list, joined as words of the language are. */
  function list(length: number): string {
    const words = days.slice(0, length).map((day, nth) => {
      const word = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(day);
      return { word, number: `${nth + 1}` };
    });
    const joined = new Intl.ListFormat(lang, { type: 'conjunction' }).format(
      words.map(({ word }) => word),
    );
    return words.reduce((all, { word, number }) => all.replace(word, number), joined);
  }
}
