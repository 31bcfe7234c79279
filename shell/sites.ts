/** The host of a page; none where the page may not be known, or has none. */
export const hostOf = (url = ''): string => URL.parse(url)?.hostname ?? '';

/** A site in a list stands for itself and for whatever lies below it. */
export const isOneOf = (sites: readonly string[], host: string): boolean =>
  sites.some((site) => `.${host}`.endsWith(`.${site}`));
