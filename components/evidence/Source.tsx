import type { ComponentChildren } from 'preact';
import { addressOf, SOURCES, type SourceId } from '../../core/evidence/sources.ts';
import type { Strength } from '../../core/evidence/strength.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Source.module.css';

/** A source. With an address it is a link. Citations are in English in every language. */
export function Source({ id, children }: { id: SourceId; children?: ComponentChildren }) {
  const address = addressOf(id);
  const words = children ?? <bdi lang="en">{SOURCES[id].citation}</bdi>;
  return address === null ? (
    <span>{words}</span>
  ) : (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}

interface SourcesProps {
  /** With the strength for each source, if they differ. */
  of: readonly { id: SourceId; strength?: Strength }[];
}

export function Sources({ of }: SourcesProps) {
  return (
    <ul class={`plain-list ${styles.sources}`}>
      {of.map(({ id, strength }) => (
        <li key={id}>
          <Source id={id} />
          {strength && <span class={styles.strength}>{t(`strength_${strength}`)}</span>}
        </li>
      ))}
    </ul>
  );
}
