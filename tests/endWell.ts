// vitest ends its workers by a signal. Cleanups for the end of the process must run then too.
if (process.listenerCount('SIGTERM') === 0) process.once('SIGTERM', () => process.exit());
