// Preloaded into every supervised process: when the supervisor is killed with -9 the process gets another parent, and ends itself
// as it would on a polite request, so that its port is free for the next start.
const supervisor = process.ppid;
const timer = setInterval(() => {
  if (process.ppid === supervisor) return;
  clearInterval(timer);
  process.kill(process.pid, 'SIGTERM');
}, 500);
timer.unref();
