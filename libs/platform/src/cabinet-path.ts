import { join } from 'node:path';
import type { Config } from './config.js';
import { projectRoot } from './migrate.js';

type Cabinets = Pick<Config, 'KYOGI_CABINET' | 'KYOGI_CABINET_FILE' | 'KYOGI_PEOPLE_FILE'>;

const inCabinets = (file: string) => join(projectRoot(), 'cabinets', file);

/** Path of the cabinet file that the settings name. */
export const cabinetFile = ({ KYOGI_CABINET, KYOGI_CABINET_FILE }: Cabinets): string =>
  KYOGI_CABINET_FILE ?? inCabinets(`${KYOGI_CABINET}.json`);

/** Path of the people file that the settings name. */
export const peopleFile = ({ KYOGI_CABINET, KYOGI_PEOPLE_FILE }: Cabinets): string =>
  KYOGI_PEOPLE_FILE ?? inCabinets(`${KYOGI_CABINET}.people.json`);
