import { createRequire } from 'node:module';
import path from 'node:path';

/** Folder of the checkout: everything the commands read or write is named from here. */
export const root = path.resolve(import.meta.dirname, '..', '..');

/** Resolves packages as the checkout's own sources would. */
export const projectRequire = createRequire(path.join(root, 'package.json'));

/** A path inside the checkout. @param {...string} parts */
export const inRoot = (...parts) => path.join(root, ...parts);
