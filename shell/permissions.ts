interface Wanted {
  permissions: ('notifications' | 'tabs' | 'scripting')[];
  origins?: string[];
}

/** What the browser grants beyond the install, by what Exhale does with it. */
export const OPTIONAL = {
  /** Ask with a notification of the system. */
  notifications: { permissions: ['notifications'] },
  /** See which site is in view: to tell a call, and to keep still on some. */
  sites: { permissions: ['tabs'] },
  /** Ask with a card in the page in view. */
  card: { permissions: ['scripting'], origins: ['*://*/*'] },
} satisfies Record<string, Wanted>;
