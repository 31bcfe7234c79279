import { References } from '../../components/evidence/References.tsx';
import { ARTICLES, type ArticleId, articleKey } from '../../core/explain/articles.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Article.module.css';

interface ArticleProps {
  id: ArticleId;
}

/** A whole explanation: its text, its strength and its sources. */
export function Article({ id }: ArticleProps) {
  const { strength, sources } = ARTICLES[id];
  return (
    <>
      <p class={styles.text}>{t(articleKey(id, 'body'))}</p>
      <p class={styles.note}>
        <b>{t(`strength_${strength}`)}</b> · {t(`strength_${strength}_meaning`)}
      </p>
      <div class={styles.note}>
        <b>{t('popup_sources')}</b> {t(articleKey(id, 'source'))}
        {/* The sentence above also names the sources without an address. */}
        <References sources={sources} linkedOnly />
      </div>
    </>
  );
}
