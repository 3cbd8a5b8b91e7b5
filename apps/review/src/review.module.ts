import { Module } from '@nestjs/common';
import { CommandsModule } from '#commands';
import { ReviewMetrics } from './review-metrics.js';
import { ReviewService } from './review.service.js';

/** The queued review workflow: timers and automatic steps. It answers nobody but health checks. */
@Module({ imports: [CommandsModule], providers: [ReviewMetrics, ReviewService] })
export class ReviewModule {}
