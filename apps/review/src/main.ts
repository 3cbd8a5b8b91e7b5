import { start } from '#platform';
import { ReviewModule } from './review.module.js';

void start({ name: 'review', module: () => ReviewModule, port: (config) => config.REVIEW_PORT });
