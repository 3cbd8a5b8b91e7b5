import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FilingStep } from '#contracts';
import { misuse } from './stop.js';

export interface FileSettings {
  file: string;
  map: string;
  cabinet: string | undefined;
  report: string | undefined;
  /** Persons of the demonstration issuer; without effect when tokens are given. */
  as: string;
  approver: string;
  secretariat: string;
  steps: FilingStep[];
}

const options = {
  cabinet: { type: 'string' },
  map: { type: 'string' },
  report: { type: 'string' },
  as: { type: 'string', default: 'batch-filer' },
  approver: { type: 'string', default: 'batch-approver' },
  secretariat: { type: 'string', default: 'hq-intake' },
  step: { type: 'string', multiple: true },
} as const;

const parsed = (args: string[]) => {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw misuse(`${(error as Error).message.split('. ')[0]}.`);
  }
};

const requireFile = (file: string): void => {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw misuse(`There is no file ${file}.`);
  if (!found.isFile()) throw misuse(`${file} is not a file.`);
};

/** What `file` is asked to do. Throws a Stop with one sentence. */
export const fileSettings = (args: string[]): FileSettings => {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (!file) throw misuse('Say which file: npm run kyogi -- file <csv> --map <map>.');
  if (more.length > 0) throw misuse(`One file at a time: ${more.join(' ')} is too much.`);
  if (!values.map) throw misuse('Say how its columns are read: --map <name of a file in cabinets/maps>.');
  requireFile(file);
  const steps = (values.step ?? FilingStep.options).map((step) => {
    const { success, data } = FilingStep.safeParse(step);
    if (!success) throw misuse(`There is no step ${step}; steps are ${FilingStep.options.join(', ')}.`);
    return data;
  });
  const { map, cabinet, report, as, approver, secretariat } = values;
  return { file, map, cabinet, report, as, approver, secretariat, steps };
};
