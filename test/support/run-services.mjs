import { startServices } from '../../scripts/services/index.mjs';

// Process that holds services until SIGTERM, for specs that kill it: argument = data folder; prints one line of JSON when they run.
const services = await startServices({ dir: process.argv[2], durable: true, supervised: true });
process.stdout.write(
  `${JSON.stringify({ env: services.env, pids: services.pids(), notes: services.notes })}\n`,
);
process.once('SIGTERM', () => void services.stop());
