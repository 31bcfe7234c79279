// vitest ends its workers by a signal. What goes when a process exits must go then, too.
if (process.listenerCount('SIGTERM') === 0) process.once('SIGTERM', () => process.exit());
