import { Module } from '@nestjs/common';
import { FeedModule } from '../feed/feed.module.js';
import { LedgerController } from './ledger.controller.js';

/** The ledger for headquarters at a distance. */
@Module({ imports: [FeedModule], controllers: [LedgerController] })
export class LedgerFeedModule {}
