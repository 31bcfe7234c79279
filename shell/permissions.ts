interface Wanted {
  permissions: ('notifications' | 'tabs' | 'scripting')[];
  origins?: string[];
}

/** The optional permissions, by what Exhale does with them. */
export const OPTIONAL = {
  /** Ask with a system notification. */
  notifications: { permissions: ['notifications'] },
  /** See which site is in view, to recognize calls and to stay quiet on some sites. */
  sites: { permissions: ['tabs'] },
  /** Ask with a card in the page in view. */
  card: { permissions: ['scripting'], origins: ['*://*/*'] },
} satisfies Record<string, Wanted>;
