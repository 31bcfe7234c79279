/**
 * Running commands and ending well. Plain JavaScript without dependencies, because nothing is
 * installed when it runs. It speaks on standard error only, so that a command's own output stays
 * clean.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const QUIET_SECONDS = 15;

/** Something that the person must do; its message says what. */
export class SetupError extends Error {}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

const duties = [];

/** Has something done when the command ends, however it ends; the latest first. */
export function atEnd(duty) {
  duties.push(duty);
}

/** Runs `main`, and turns whatever goes wrong into one sentence and the right exit code. */
export async function runMain(main) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(130));
  try {
    await end((await main()) ?? 0);
  } catch (error) {
    say(error instanceof SetupError ? `\n${error.message}` : String(error?.stack ?? error));
    await end(1);
  }
}

let ending;

function end(code) {
  ending ??= (async () => {
    for (const duty of duties.splice(0).reverse()) await duty();
    process.exit(code);
  })();
  return ending;
}

/** Runs a command and shows its output only when it fails. */
export async function runQuietly(label, command, args, env = process.env) {
  const { code, output } = await run(command, args, { env, label, show: () => {} });
  if (code !== 0) {
    say(output.trimEnd().split('\n').slice(-40).join('\n'));
    throw new SetupError(`${label} failed with exit code ${code}; the reason is above.`);
  }
}

/**
 * Runs a command to its end. Gives its exit code and what it wrote; `show` gets each piece as it
 * comes. When nothing comes for a while, a line says that it still runs.
 */
export function run(command, args, { env = process.env, label, show, limitMinutes = 20 }) {
  return new Promise((resolve) => {
    const startedAtMs = Date.now();
    let heardAtMs = startedAtMs;
    let output = '';
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
    });
    const pulse = setInterval(() => {
      if (Date.now() - startedAtMs > limitMinutes * 60_000) {
        output += `\nStopped after ${limitMinutes} minutes.\n`;
        child.kill('SIGKILL');
      } else if (Date.now() - heardAtMs >= QUIET_SECONDS * 1000) {
        heardAtMs = Date.now();
        say(`  ${label}: ${Math.round((heardAtMs - startedAtMs) / 1000)} s so far`);
      }
    }, 1000);
    const hear = (text) => {
      output += text;
      heardAtMs = Date.now();
      show(text);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    const stop = () => child.kill();
    atEnd(stop);
    const finish = (code) => {
      clearInterval(pulse);
      duties.splice(duties.indexOf(stop), 1);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** Runs a command as if it were this one: its input, its output, its exit code. */
export function become(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    atEnd(() => child.kill());
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
