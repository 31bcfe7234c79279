/** What tells the page of a prompt that is only tried from that of one that asks. */
export const TRIAL = '?test';
export const isTrial = (url: string): boolean => url.endsWith(TRIAL);
