/**
 * Runs commands and ends well. Plain JavaScript without dependencies, because nothing is installed yet when
 * it runs. It writes only to standard error, so that a command's own output stays clean.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endGroup, groupOptions, needsShell, STOP_SIGNALS } from './platform.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const QUIET_SECONDS = 15;
/** A command that does not stop when asked is killed after this time. */
const STOP_MS = 5000;

/** Something that the person has to do. The message says what. */
export class SetupError extends Error {}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

const duties = [];
const leavings = [];

/** Runs a cleanup after everything else, even after the last lines are printed. */
export function atLast(clear) {
  leavings.push(clear);
}

/**
 * Runs a cleanup when this process ends, whatever the reason, the latest first. Returns a function that
 * cancels it.
 */
export function atEnd(duty) {
  duties.push(duty);
  return () => {
    const index = duties.indexOf(duty);
    if (index >= 0) duties.splice(index, 1);
  };
}

/**
 * Runs `main`. An error becomes one sentence and an exit code. `lastWords` prints the last lines; it gets the
 * reason if the run was stopped, otherwise null.
 */
export async function runMain(main, lastWords = (why) => why && say(why)) {
  const stopped = (why) => void end(1, why, lastWords);
  for (const signal of STOP_SIGNALS)
    process.once(signal, () => void end(130, `Stopped by ${signal}.`, lastWords));
  process.on('uncaughtException', (error) => stopped(reasonOf(error)));
  try {
    await end((await main()) ?? 0, null, lastWords);
  } catch (error) {
    await end(1, reasonOf(error), lastWords);
  }
}

const reasonOf = (error) =>
  error instanceof SetupError ? `\n${error.message}` : String(error?.stack ?? error);

let ending;

function end(code, why, lastWords) {
  ending ??= (async () => {
    for (const duty of duties.splice(0).reverse()) await duty();
    lastWords(why);
    for (const clear of leavings) await clear();
    process.exit(code);
  })();
  return ending;
}

/** Runs a command and shows its output only when it fails. */
export async function runQuietly(label, command, args, env = process.env) {
  const { output, ...ended } = await run(command, args, { env, label, show: () => {} });
  if (ended.code !== 0) {
    say(output.trimEnd().split('\n').slice(-40).join('\n'));
    throw new SetupError(`${label} failed (${howEnded(ended)}); the reason is above.`);
  }
}

/** "exit code 1" or "killed by SIGKILL". */
export const howEnded = ({ code, signal }) =>
  signal ? `killed by ${signal}` : `exit code ${code}`;

/** Told of each command that starts and ends, so that a watchdog can end what outlives us. */
export const watchers = [];
const tellWatchers = (what, pid) => {
  for (const watcher of watchers) watcher(what, pid);
};

/**
 * Runs a command to its end, without a time limit. `show` gets each piece of output. If there is none for a
 * while, a line says that the command still runs.
 */
export function run(command, args, { env = process.env, label, show }) {
  return new Promise((resolve) => {
    const startedAtMs = Date.now();
    let heardAtMs = startedAtMs;
    let output = '';
    const child = spawn(command, args, {
      ...groupOptions(),
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: needsShell(command),
    });
    if (child.pid !== undefined) tellWatchers('started', child.pid);
    const pulse = setInterval(() => {
      if (Date.now() - heardAtMs < QUIET_SECONDS * 1000) return;
      heardAtMs = Date.now();
      say(`  ${label}: ${Math.round((heardAtMs - startedAtMs) / 1000)} s so far`);
    }, 1000);
    const hear = (text) => {
      output += text;
      heardAtMs = Date.now();
      show(text);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    const closed = new Promise((resolve) => child.on('close', resolve));
    const cancel = atEnd(() => stop(child, closed));
    const finish = (code, signal) => {
      clearInterval(pulse);
      cancel();
      if (child.pid !== undefined) tellWatchers('ended', child.pid);
      resolve({ code, signal, output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(127, null);
    });
    child.on('close', finish);
  });
}

async function stop({ pid }, closed) {
  if (pid === undefined) return; // It never started.
  endGroup(pid);
  const late = setTimeout(() => endGroup(pid, 'SIGKILL'), STOP_MS);
  await closed;
  clearTimeout(late);
}

/** Runs a command in our place: its input, its output, its exit code. */
export function become(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const closed = new Promise((done) => child.on('close', done));
    atEnd(() => {
      child.kill();
      return closed;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
