export {
  classOf,
  follow,
  isEnd,
  ownersOf,
  procedureOf,
  readersNow,
  stageOf,
  together,
  widthOf,
  type Case,
  type Openness,
  type Stage,
} from './case.js';
export { sightOf } from './eyes.js';
export { toldTo, type Told } from './told-to.js';
