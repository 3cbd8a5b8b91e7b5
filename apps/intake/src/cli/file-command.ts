import { setTimeout as delay } from 'node:timers/promises';
import type { FilingLine, FilingStep } from '#contracts';
import { addressOf, tokenFor } from './access.js';
import { countRows } from './count-rows.js';
import { sayOverlaps } from './overlaps.js';
import { Progress } from './progress.js';
import { writeReport } from './report.js';
import { BrokeOff, sendFile } from './send-file.js';
import type { FileSettings } from './settings.js';
import { Stop } from './stop.js';
import { reasonsOf, say, totalsOf } from './summary.js';

/** Tries of one step before the program gives up, and milliseconds between them: a restarted process is back by then. */
const maxTries = 10;
const pause = 1_500;

const verbs: Record<FilingStep, string> = { draft: 'drafting', approve: 'approving', file: 'filing' };

const tokenOf = (step: FilingStep, { as, approver }: FileSettings): Promise<string> =>
  step === 'approve' ? tokenFor('KYOGI_APPROVER_TOKEN', approver) : tokenFor('KYOGI_TOKEN', as);

/** One step, from the first row again when it broke off: what is done already is found to be so. */
const runStep = async (
  step: FilingStep,
  settings: FileSettings,
  progress: Progress,
): Promise<FilingLine[]> => {
  const { file, map } = settings;
  for (let tries = 1; ; tries += 1) {
    const lines: FilingLine[] = [];
    try {
      const token = await tokenOf(step, settings);
      const answer = sendFile({ intake: addressOf('KYOGI_INTAKE_URL'), map, step, token, file });
      for (let next = await answer.next(); !next.done; next = await answer.next()) {
        lines.push(next.value);
        progress.show(verbs[step], lines.length);
      }
      return lines;
    } catch (error) {
      if (!(error instanceof BrokeOff)) throw error;
      progress.clear();
      if (tries === maxTries)
        throw new Stop(
          `It broke off (${error.message}). Run the same command again: what is done stays done.`,
        );
      say(`It broke off after ${lines.length} rows (${error.message}); trying again ...`);
      await delay(pause);
    }
  }
};

/** Files a spreadsheet: drafts, approves and files every row, reports what was rejected, and says how it went. */
export const fileCommand = async (settings: FileSettings): Promise<void> => {
  const began = performance.now();
  const rows = await countRows(settings.file);
  say(`${settings.file}: ${rows} rows, by the map ${settings.map}`);
  const progress = new Progress(rows);
  const rejected = new Map<number, FilingLine>();
  let last: FilingLine[] = [];
  for (const step of settings.steps) {
    last = await runStep(step, settings, progress);
    progress.clear();
    // The first step that refuses a row says why; the later ones only miss it.
    for (const line of last)
      if (line.outcome === 'rejected' && !rejected.has(line.row)) rejected.set(line.row, line);
    say(`  ${step.padEnd(8)} ${totalsOf(last)}`);
  }
  say('');
  say(`${totalsOf(last)} in ${((performance.now() - began) / 1_000).toFixed(1)} seconds`);
  for (const reason of reasonsOf(rejected.values())) say(`  ${reason}`);
  if (settings.report) {
    writeReport(settings.report, rejected.values());
    say(`Rejected rows are in ${settings.report}`);
  }
  if (settings.steps.includes('file')) await sayOverlaps(settings, last);
};
