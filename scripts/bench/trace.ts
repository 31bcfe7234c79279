import type { DevTools } from './devTools.ts';

export interface TraceEvent {
  name: string;
  ph: string;
  /** Microseconds. */
  ts: number;
  pid: number;
  id2?: { local?: string };
  args: {
    data?: { nodeName?: string; displayName?: string; compositeFailed?: number };
    frame_reporter?: { state: string; affects_smoothness: boolean };
  };
}

const LIMIT_MS = 120_000;
/** Five minutes of frames tell much, and nothing of them may be lost. */
const BUFFER_KB = 1_000_000;

/** Traces the whole browser until it is told to stop; keeps only the events that are wanted. */
export async function startTrace(
  devTools: DevTools,
  includedCategories: string[],
  wanted: (event: TraceEvent) => boolean,
): Promise<() => Promise<TraceEvent[]>> {
  const events: TraceEvent[] = [];
  const stop = devTools.on(({ method, params }) => {
    if (method !== 'Tracing.dataCollected') return;
    for (const event of params.value as TraceEvent[]) if (wanted(event)) events.push(event);
  });
  await devTools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories, traceBufferSizeInKb: BUFFER_KB },
  });
  return async () => {
    const isOver = ({ method }: { method: string }) => method === 'Tracing.tracingComplete';
    const complete = devTools.next(isOver, 'the trace', LIMIT_MS);
    await devTools.send('Tracing.end');
    await complete;
    stop();
    return events;
  };
}
