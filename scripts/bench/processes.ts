import { readdirSync, readFileSync } from 'node:fs';

/** Of Linux: the clock by which /proc counts the time of a process. */
const TICKS_PER_SECOND = 100;

export interface Usage {
  pid: number;
  cpuSeconds: number;
  /** Its own memory, and its share of memory that it shares with others. */
  pssMb: number;
}

/** What the extension processes of a browser use now. */
export function extensionProcesses(browserPid: number): Usage[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const pid = Number(name);
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (!command.includes('--extension-process') || !isBelow(browserPid, pid)) return [];
        const stat = fieldsOf(pid);
        const cpuSeconds = (Number(stat[11]) + Number(stat[12])) / TICKS_PER_SECOND;
        const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
        const pssKb = Number(rollup.match(/^Pss:\s+(\d+)/m)?.[1] ?? Number.NaN);
        return Number.isNaN(pssKb) ? [] : [{ pid, cpuSeconds, pssMb: pssKb / 1024 }];
      } catch {
        // It has just ended.
        return [];
      }
    });
}

/** /proc/PID/stat from its third field on. The second, the name, may contain anything. */
function fieldsOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function isBelow(ancestor: number, pid: number): boolean {
  for (let at = pid; at > 1; at = Number(fieldsOf(at)[1])) if (at === ancestor) return true;
  return false;
}
