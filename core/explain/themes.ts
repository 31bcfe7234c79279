import type { ArticleId } from './articles.ts';

/** The explanations by theme, for browsing. Each is in exactly one theme. */
export const THEMES = {
  gears: ['two-gears', 'slower-heart', 'blood-pressure', 'why-it-matters'],
  breath: ['slow-breaths', 'deeper-breath', 'longer-exhale', 'exhale-moment'],
  touch: ['slow-rhythm', 'more-than-muscle', 'cared-for', 'cortisol'],
  movement: ['guarding', 'gentle-movement', 'stiffness', 'water'],
  quiet: ['no-screen', 'far-away', 'sleep', 'mood'],
  pausing: ['between-tasks', 'often', 'own-rest', 'your-choice'],
} satisfies Record<string, readonly ArticleId[]>;

export type Theme = keyof typeof THEMES;
export const THEME_IDS = Object.keys(THEMES) as Theme[];
