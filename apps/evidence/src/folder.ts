import { ConfigError, type Config } from '#platform';
import path from 'node:path';

/** Folder of the log. Throws ConfigError when the settings do not name one: two folders would be two logs. */
export function folderOf({ KYOGI_EVIDENCE_DIR }: Config): string {
  if (KYOGI_EVIDENCE_DIR) return path.resolve(KYOGI_EVIDENCE_DIR);
  throw new ConfigError(
    'KYOGI_EVIDENCE_DIR is not set: give it the folder in which the transparency log is kept, for good.',
  );
}

/** File of the keys that sign: beside the folder, which is public. */
export const keyFileOf = (config: Config): string =>
  config.KYOGI_EVIDENCE_KEY_FILE ? path.resolve(config.KYOGI_EVIDENCE_KEY_FILE) : `${folderOf(config)}.key`;
