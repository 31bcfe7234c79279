import { useEffect, useState } from 'preact/hooks';
import { ARTICLES, type ArticleId, articleKey } from '../core/articles.ts';
import { t } from '../shell/words.ts';
import styles from './Article.module.css';

interface ArticleProps {
  id: ArticleId;
}

/** Where to read on. The sentence above names the sources without an address too. */
interface Reference {
  citation: string;
  address: string;
}

/** A whole explanation: its text, what its strength means, what it rests on. */
export function Article({ id }: ArticleProps) {
  const { strength, sources } = ARTICLES[id];
  const [references, setReferences] = useState<readonly Reference[]>([]);

  // The list of sources is long, and few unfold it.
  useEffect(() => {
    let gone = false;
    void import('../core/sources.ts').then(({ SOURCES, addressOf }) => {
      if (gone) return;
      setReferences(
        sources.flatMap((source) => {
          const address = addressOf(source);
          return address === null ? [] : [{ citation: SOURCES[source].citation, address }];
        }),
      );
    });
    return () => {
      gone = true;
    };
  }, [sources]);

  return (
    <>
      <p class={styles.text}>{t(articleKey(id, 'body'))}</p>
      <p class={styles.note}>
        <b>{t(`strength_${strength}`)}</b> · {t(`strength_${strength}_meaning`)}
      </p>
      <div class={styles.note}>
        <b>{t('popup_sources')}</b> {t(articleKey(id, 'source'))}
        <ul class={`plain-list ${styles.references}`}>
          {references.map(({ citation, address }) => (
            <li key={citation}>
              <a href={address} target="_blank" rel="noreferrer">
                {citation}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
