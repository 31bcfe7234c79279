import { render } from 'preact';
import { useStored } from '../../components/useStored.ts';
import { nowMs } from '../../shell/clock.ts';
import { type Message, send } from '../../shell/messages.ts';
import { direction, language } from '../../shell/words.ts';
import { Break } from './Break.tsx';

const wish = (message: Message) => () => void send(message);

function StoredBreak() {
  const stored = useStored();
  if (stored === null) return null;
  const { state, settings, tally, pause } = stored;
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
