/** The results of the stages of a run, even if it is stopped in the middle. */
import { existsSync, readFileSync } from 'node:fs';

export class Tally {
  #stages = [];
  #stopped = null;

  /**
   * Begins a stage. If it has a `file`, each of its tests writes its result there.
   * @param {string} title
   * @param {string | null} file
   */
  begin(title, file = null) {
    const stage = { title, file, ended: false, problem: null };
    this.#stages.push(stage);
    return stage;
  }

  /** Notes why the run was stopped; null if it was not. */
  stop(why) {
    this.#stopped = why;
  }

  #sum(what) {
    return this.#stages.reduce((all, stage) => all + countOf(stage)[what], 0);
  }

  /** The number of failures. A run that was stopped has at least one. */
  get failed() {
    return this.#sum('failed') || (this.#stopped === null ? 0 : 1);
  }

  /** "12 passed, 0 failed" */
  lastLine() {
    return `${this.#sum('passed')} passed, ${this.failed} failed`;
  }

  /** Everything worth a look, one line each. */
  remarks() {
    const counts = this.#stages.map((stage) => ({ ...stage, ...countOf(stage) }));
    const fallen = counts.filter(({ failed }) => failed > 0);
    const flaky = counts.flatMap((count) => count.flaky);
    return [
      ...fallen.flatMap(({ title, names, ended, problem }) => [
        `Failed: ${title}${ended ? (problem ? ` (${problem})` : '') : ' (stopped)'}`,
        ...names.map((name) => `  ${name}`),
      ]),
      ...(this.#stopped === null ? [] : [this.#stopped]),
      ...(flaky.length > 0 ? [`${flaky.length} flaky: ${flaky.join('; ')}`] : []),
    ];
  }
}

/** A stage without tests passes or fails as a whole. One that has not ended has failed. */
export function countOf({ file, ended, problem }) {
  const tests = file !== null && existsSync(file) ? resultsIn(file) : [];
  const names = (state) => tests.filter((test) => test.state === state).map(({ name }) => name);
  const failed = names('failed');
  const whole = file === null && ended && problem === null ? 1 : 0;
  const broken = (!ended || problem !== null) && failed.length === 0 ? 1 : 0;
  return {
    passed: names('passed').length + whole,
    failed: failed.length + broken,
    names: failed,
    flaky: tests.filter(({ flaky }) => flaky).map(({ name }) => name),
  };
}

const resultsIn = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line));
