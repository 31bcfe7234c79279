import type { SourceId } from '../../core/evidence/sources.ts';

/** Where ideas came from. The page says so once, at its top. */
const IDEAS: readonly SourceId[] = ['article1', 'article2'];

/** What was found by others, without where the idea came from. */
export const studiesOf = (sources: readonly SourceId[]): { id: SourceId }[] =>
  sources.filter((source) => !IDEAS.includes(source)).map((id) => ({ id }));
