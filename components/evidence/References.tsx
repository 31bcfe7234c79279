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
  /** Leave out sources without an address. */
  linkedOnly?: boolean;
}

/** The sources of something. The list is long and rarely opened, so it is loaded then. */
export function References({ sources, linkedOnly = false }: ReferencesProps) {
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

  const shown = references.filter(({ address }) => !linkedOnly || address !== null);
  return (
    <ul class={`plain-list ${styles.references}`}>
      {shown.map(({ citation, address }) => (
        <li key={citation}>
          {address === null ? (
            citation
          ) : (
            <a href={address} target="_blank" rel="noreferrer">
              {citation}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
