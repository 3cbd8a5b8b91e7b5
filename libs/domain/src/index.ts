export { decide } from './decide.js';
export { dutyOf, type Duty } from './duties.js';
export { evolve } from './dossier/evolve.js';
export { leads, type Dossier } from './dossier/state.js';
export { runningRound } from './consultation/round.js';
export { latestProcedure, pinnedProcedure } from './procedures.js';
export { react, type Reaction } from './react.js';
export type { Setting } from './setting.js';
export * from './clock/index.js';
