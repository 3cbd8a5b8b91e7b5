import { start } from '#platform';
import { headquarters } from './app.js';

void start(headquarters);
