import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useStored } from '../../components/useStored.ts';
import { promptAt } from '../../core/surfaces.ts';
import { localAt, nowMs } from '../../shell/clock.ts';
import { type Message, send } from '../../shell/messages.ts';
import { direction, language } from '../../shell/words.ts';
import { Break } from './Break.tsx';
import { Warning } from './Warning.tsx';

const wish = (message: Message) => () => void send(message);

function StoredBreak() {
  const stored = useStored();
  const warned = useRef(false);
  const atMs = nowMs();
  const asked = stored && promptAt(stored, atMs, localAt(atMs));
  const warns = asked?.style === 'page';
  const running = stored !== null && stored.state.break !== null;
  useEffect(() => {
    if (warned.current && !warns && !running) void send({ type: 'backToWork' });
    warned.current = warns;
  }, [warns, running]);

  if (stored === null) return null;
  const { state, settings, tally, pause } = stored;
  if (asked?.style === 'page')
    return (
      <Warning
        minutes={asked.minutes}
        kind={asked.kind}
        seconds={asked.seconds}
        snoozeMinutes={asked.snoozeMinutes}
        onBegin={wish({ type: 'startBreak' })}
        onLater={wish({ type: 'snooze' })}
      />
    );
  const pattern = state.break?.pattern ?? null;
  return (
    <Break
      brk={state.break}
      settings={settings}
      hushed={pause?.is === 'presenting'}
      firstEver={!tally.careRead}
      firstTime={pattern !== null && !tally.patternsTaken.includes(pattern)}
      nowMs={nowMs}
      onLeave={wish({ type: 'leaveBreak' })}
      onFinish={wish({ type: 'finishBreak' })}
      onBack={wish({ type: 'backToWork' })}
      onBegin={wish({ type: 'startBreak' })}
      onCareRead={wish({ type: 'careRead' })}
      onSetSound={(sound) => void send({ type: 'changeSettings', patch: { sound } })}
    />
  );
}

document.documentElement.lang = language();
document.documentElement.dir = direction();
const app = document.getElementById('app');
if (app) render(<StoredBreak />, app);
