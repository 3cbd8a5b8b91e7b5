import type { AppSettings } from '#platform';
import { ReviewModule } from './review.module.js';

/** The process `review`. */
export const review: AppSettings = {
  name: 'review',
  module: () => ReviewModule,
  port: (config) => config.REVIEW_PORT,
};
