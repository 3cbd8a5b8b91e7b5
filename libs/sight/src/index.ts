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
export { changesRegister, publicRecordOf, type PublicRecord } from './public-record.js';
export { isEverShown, shownToAll } from './shown-to-all.js';
export { toldTo, type Told } from './told-to.js';
export { carriedOf, endOf, publishedOf, resultOf, revealing } from './what-is-public.js';
