import { dossiers } from './dossiers.projection.js';
import { dwell } from './dwell.projection.js';
import { inbox } from './inbox.projection.js';
import { precedentsModel } from './precedents.projection.js';
import { publicationsModel } from './publications.projection.js';
import type { ReadModel } from './read-model.js';
import { timeline } from './timeline.projection.js';

/** Every read model; a new one is a file beside these and a line here. */
export const readModels: readonly ReadModel[] = [
  ...[dossiers, timeline, inbox, dwell, precedentsModel],
  publicationsModel,
];
