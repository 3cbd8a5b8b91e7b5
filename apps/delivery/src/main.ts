import { start } from '#platform';
import { delivery } from './app.js';

void start(delivery);
