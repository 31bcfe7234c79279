import { Sources } from '../../components/evidence/Source.tsx';
import { Unfold } from '../../components/evidence/Unfold.tsx';
import { FINDINGS, PARAGRAPHS, PIECE_IDS, PIECES } from '../../core/explain/pieces.ts';
import { pageUrl } from '../../shell/addresses.ts';
import { said, writtenAs } from '../../shell/words/said.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Pieces.module.css';

/** Three longer texts for further reading. */
export function Pieces() {
  return (
    <>
      <p class={styles.hint} {...said('why_pieces_hint')} />
      {PIECE_IDS.map((piece) => (
        <Unfold
          key={piece}
          rank={3}
          title={t(`why_${piece}_title`)}
          note={t(`why_${piece}_about`)}
          written={writtenAs(`why_${piece}_title`)}
        >
          <div class={styles.text}>
            {PARAGRAPHS.map((nth) => (
              <p key={nth} {...said(`why_${piece}_${nth}`)} />
            ))}
          </div>
          <div class={styles.sources}>
            <h4 {...said('why_sources')} />
            <Sources of={PIECES[piece]} />
          </div>
        </Unfold>
      ))}
      <Unfold
        rank={3}
        title={t('why_research_title')}
        note={t('why_research_about')}
        written={writtenAs('why_research_title')}
      >
        <div class={styles.text} {...writtenAs('why_research_intro')}>
          <p>{t('why_research_intro')}</p>
          {FINDINGS.map((finding) => (
            <p key={finding}>
              <b class={styles.finding}>{t(`why_research_${finding}_title`)}</b>{' '}
              {t(`why_research_${finding}_text`)}
            </p>
          ))}
          <p>{t('why_research_limits')}</p>
          <p>{t('why_research_end')}</p>
        </div>
        <div class={styles.sources}>
          <h4 {...said('why_sources')} />
          <p>
            <a href={`${pageUrl('evidence')}#claims`} {...said('why_research_sources')} />
          </p>
        </div>
      </Unfold>
    </>
  );
}
