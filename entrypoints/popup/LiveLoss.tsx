import type { ComponentChildren } from 'preact';
import { usePageRecord } from '../../components/live/usePageRecord.ts';
import { toTell } from '../../core/records/written.ts';
import { changePageRecord } from '../../shell/storage/pageRecords.ts';
import { LostData } from './LostData.tsx';

interface LiveLossProps {
  onSettings: () => void;
  /** The words of the moment. They come once nothing lost is to be told. */
  children: ComponentChildren;
}

/** Tells once what a crash took. */
export function LiveLoss({ onSettings, children }: LiveLossProps) {
  const written = usePageRecord('written')?.value;
  const answered = usePageRecord('answered')?.value;
  if (!written || !answered) return null;
  const lost = toTell(written, answered.toldLossMs);
  if (lost.length === 0) return children;
  const { lostAtMs } = written;
  return (
    <LostData
      lost={lost}
      onSettings={onSettings}
      onLeave={() =>
        void changePageRecord('answered', (value) => ({ ...value, toldLossMs: lostAtMs }))
      }
    />
  );
}
