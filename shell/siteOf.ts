/** A host as the settings accept it. */
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;
/** The longest host name that DNS allows. */
const LONGEST = 253;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * The host of an address, or of what someone typed as one; null if it is no web page. A single word counts
 * only in a full address: alone, it is usually the name of a site.
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
