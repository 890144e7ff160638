// Loaded before the main module of every child (node --import). The channel to the parent closes when the parent ends, even by kill -9:
// then the child stops in good order, and if it cannot, it stops all the same.
const PATIENCE_MS = 8000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
});

// The channel alone must not keep a child alive that has finished.
process.channel?.unref();
