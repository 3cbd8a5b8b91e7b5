import { start } from '#platform';
import { intake } from './app.js';

void start(intake);
