import { Sources } from '../../components/evidence/Source.tsx';
import { StrengthMark } from '../../components/evidence/StrengthMark.tsx';
import { Unfold } from '../../components/evidence/Unfold.tsx';
import { ARTICLES, articleKey } from '../../core/explain/articles.ts';
import { THEME_IDS, THEMES } from '../../core/explain/themes.ts';
import { said, writtenAs } from '../../shell/words/said.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Browse.module.css';
import { studiesOf } from './studies.ts';

/** All explanations, by theme. */
export function Browse() {
  return (
    <>
      <p class={styles.hint}>{t('browse_hint')}</p>
      <div class={styles.themes}>
        {THEME_IDS.map((theme) => (
          <div key={theme}>
            <h3 class={styles.theme}>{t(`browse_${theme}`)}</h3>
            {THEMES[theme].map((id) => (
              <Unfold
                key={id}
                id={`article-${id}`}
                rank={4}
                title={t(articleKey(id, 'title'))}
                written={writtenAs(articleKey(id, 'title'))}
                aside={<StrengthMark of={ARTICLES[id].strength} />}
              >
                <p class={styles.text} {...said(articleKey(id, 'body'))} />
                <Sources of={studiesOf(ARTICLES[id].sources)} />
              </Unfold>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
