import { useEffect, useState } from 'preact/hooks';
import type { SourceId } from '../../core/evidence/sources.ts';
import styles from './References.module.css';

interface Reference {
  citation: string;
  /** Where to read it; null if there is no address. */
  address: string | null;
}

interface ReferencesProps {
  sources: readonly SourceId[];
}

/** The sources of something. The list is long and rarely opened, so it is loaded then. */
export function References({ sources }: ReferencesProps) {
  const [references, setReferences] = useState<readonly Reference[]>([]);
  useEffect(() => {
    let gone = false;
    void import('../../core/evidence/sources.ts').then(({ SOURCES, addressOf }) => {
      if (gone) return;
      setReferences(
        sources.map((source) => ({
          citation: SOURCES[source].citation,
          address: addressOf(source),
        })),
      );
    });
    return () => {
      gone = true;
    };
  }, [sources]);

  return (
    <ul class={`plain-list ${styles.references}`}>
      {references.map(({ citation, address }) => (
        <li key={citation}>
          {address === null ? (
            <bdi lang="en">{citation}</bdi>
          ) : (
            <a href={address} target="_blank" rel="noreferrer">
              <bdi lang="en">{citation}</bdi>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
