import { start } from '#platform';
import { review } from './app.js';

void start(review);
