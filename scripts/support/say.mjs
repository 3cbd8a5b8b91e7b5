const started = process.hrtime.bigint();

/** Seconds since the command began, for progress lines. */
export const elapsed = () => (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);

/** One line of progress. Goes to stderr, so that a command's own output stays clean. @param {string} line */
export const say = (line) => void process.stderr.write(`${line}\n`);

/**
 * An expected failure that one sentence explains: it is printed without a stack.
 */
export class Stop extends Error {}

/** Runs a command's main function; a `Stop` ends it with its sentence and exit code 1. @param {() => Promise<number | void>} main */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof Stop ? error.message : String(error?.stack ?? error));
    process.exitCode = 1;
  }
}
