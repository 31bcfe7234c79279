import { useEffect, useState } from 'preact/hooks';
import type { SourceId } from '../../core/evidence/sources.ts';
import styles from './References.module.css';

interface Reference {
  citation: string;
  /** Where to read it. */
  address: string | null;
}

interface ReferencesProps {
  sources: readonly SourceId[];
  /** Only those that can be read somewhere. */
  linkedOnly?: boolean;
}

/** What something rests on. The list of sources is long, and few unfold it: it is loaded for them. */
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
