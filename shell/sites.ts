/** The host of a page; empty if the address is hidden or has none. */
export const hostOf = (url = ''): string => URL.parse(url)?.hostname ?? '';

/** A site in the list also covers every host below it. */
export const isOneOf = (sites: readonly string[], host: string): boolean =>
  sites.some((site) => `.${host}`.endsWith(`.${site}`));
