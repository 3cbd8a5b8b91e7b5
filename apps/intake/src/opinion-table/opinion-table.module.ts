import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { CommandsModule } from '#commands';
import { Problem, XLSX } from '#contracts';
import { IdentityModule } from '#identity';
import { OpinionTableController } from './opinion-table.controller.js';
import { ThreadDoor } from './thread-door.js';

/** Takes filled opinion tables back through the command door. */
@Module({
  imports: [CommandsModule, IdentityModule],
  controllers: [OpinionTableController],
  providers: [ThreadDoor],
})
export class OpinionTableModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  /** An XLSX is handed on unread, and only to the address that takes it. */
  onModuleInit(): void {
    const instance = this.host.httpAdapter.getInstance();
    instance.addContentTypeParser(XLSX, (request, payload, done) => {
      if (request.routeOptions.url === '/v1/dossiers/:id/opinion-table') done(null, payload);
      else done(new Problem('unsupported-media-type', 'Send application/json in UTF-8.'));
    });
  }
}
