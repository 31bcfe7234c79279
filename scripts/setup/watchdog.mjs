/**
 * Outlives a run that is killed: ends the commands that the run started, and removes its folder. Each line of
 * standard input says `started PID` or `ended PID`. The end of the input is the end of the run.
 */
import { createInterface } from 'node:readline';
import { endGroup } from './platform.mjs';
import { removeFolder } from './runFolder.mjs';

const [, , folder] = process.argv;
const running = new Set();
for await (const line of createInterface({ input: process.stdin })) {
  const [what, pid] = line.split(' ');
  if (what === 'started') running.add(Number(pid));
  else running.delete(Number(pid));
}
for (const pid of running) endGroup(pid, 'SIGKILL');
await removeFolder(folder);
