import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { CommandsModule } from '#commands';
import { IdentityModule } from '#identity';
import { CONFIG } from '#platform';
import { commentLimits } from './comment-limits.js';
import { CommentRows } from './comment-rows.js';
import { PublicCommentsController } from './public-comments.controller.js';

/** Takes comments of the public on drafts. */
@Module({
  imports: [
    CommandsModule,
    IdentityModule,
    ThrottlerModule.forRootAsync({ inject: [CONFIG], useFactory: commentLimits }),
  ],
  controllers: [PublicCommentsController],
  providers: [CommentRows],
})
export class PublicCommentsModule {}
