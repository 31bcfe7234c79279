import { screen } from '@testing-library/preact';

/** The names of all landmarks that a screen reader lists: parts with a name, and lists of links. */
export const landmarks = (): string[] =>
  [...screen.queryAllByRole('region'), ...screen.queryAllByRole('navigation')].map((landmark) => {
    const by = landmark.getAttribute('aria-labelledby');
    const name =
      by === null ? landmark.getAttribute('aria-label') : document.getElementById(by)?.textContent;
    return name ?? '';
  });
