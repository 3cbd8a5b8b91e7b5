import { start } from '#platform';
import { evidence } from './app.js';

void start(evidence);
