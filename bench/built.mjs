import { inRoot, projectRequire } from '../scripts/support/project.mjs';

/** A built module of the product, by its path below dist. The bench runs what is shipped. @param {string} module @returns {any} */
export const built = (module) => projectRequire(inRoot('dist', module));
