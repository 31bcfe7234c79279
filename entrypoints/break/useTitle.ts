import { useEffect } from 'preact/hooks';
import { kindWord } from '../../core/kinds.ts';
import { t } from '../../shell/words/t.ts';
import type { Stage } from './useStage.ts';

/** The title of the tab: the stage, or that the break goes on while the person works elsewhere. */
export function useTitle(stage: Stage, elsewhere: boolean): void {
  useEffect(() => {
    document.title = t(elsewhere ? 'break_title_elsewhere' : `break_title_${titleOf(stage)}`);
  }, [stage.is, elsewhere]);
}

function titleOf(stage: Stage) {
  switch (stage.is) {
    case 'running':
    case 'echo':
      return kindWord(stage.session.kind);
    case 'over':
    case 'goOn':
    case 'gone':
      return 'done';
    case 'care':
    case 'none':
      return stage.is;
  }
}
