/** A host as settings take it. */
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;
/** What names on the web may have at most. */
const LONGEST = 253;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * The host of an address, or of what somebody typed for one; null where it is no page of the web.
 * A single word is taken only out of a whole address: by itself it is most often a site's name.
 */
export function siteOf(address: string): string | null {
  const typed = address.trim().replace(/^\*\./, '');
  const whole = SCHEME.test(typed);
  const url = URL.parse(whole ? typed : `ws://${typed}`);
  if (url === null || !/^(https?|ws):$/.test(url.protocol)) return null;
  const host = url.hostname.replace(/\.$/, '');
  const named = whole || host.includes('.') || host === 'localhost';
  return named && host.length <= LONGEST && HOST.test(host) ? host : null;
}
