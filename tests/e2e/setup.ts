import { afterEach } from 'vitest';
import { tellOfFailure } from './failures.ts';

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await tellOfFailure(task);
});
