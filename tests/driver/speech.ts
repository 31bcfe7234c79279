import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNeed } from '../../scripts/setup/system.mjs';
import { temporaryFolder } from './temporaryFolder.ts';
import { until } from './wait.ts';

const SYSTEM = '/etc/speech-dispatcher';
/** A machine without a sound card can still speak. */
const SETTINGS = [
  'AudioOutputMethod "alsa"',
  'AudioALSADevice "null"',
  'DefaultModule "espeak-ng"',
].join('\n');

export interface SpeechService {
  /** What Chromium needs to find it. */
  environment: Record<string, string>;
  flags: string[];
  end: () => void;
}

/** The speech of a Linux desktop, which nobody hears. */
export async function startSpeech(): Promise<SpeechService> {
  const program = findNeed('speech');
  if (program === null)
    throw new Error('there is no speech-dispatcher; npm run test:all installs it');
  const folder = temporaryFolder('speech');
  cpSync(SYSTEM, folder, { recursive: true });
  const settings = join(folder, 'speechd.conf');
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}\n${SETTINGS}\n`);
  const socket = join(folder, 'socket');
  const args = ['-s', '-t', '0', '-c', 'unix_socket', '-S', socket, '-C', folder, '-L', folder];
  const service = spawn(program, [...args, '-P', join(folder, 'pid')], { stdio: 'ignore' });
  process.once('exit', () => service.kill());
  await until('the speech service is there', () => existsSync(socket), { seconds: 20 });
  return {
    environment: { SPEECHD_ADDRESS: `unix_socket:${socket}` },
    flags: ['--enable-speech-dispatcher'],
    end: () => void service.kill(),
  };
}
