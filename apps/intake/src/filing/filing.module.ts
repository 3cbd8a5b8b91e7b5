import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { CommandsModule } from '#commands';
import { IdentityModule } from '#identity';
import { Problem } from '#contracts';
import { FilingsController } from './filings.controller.js';
import { Maps } from './maps.js';
import { RowDoor } from './row-door.js';

/** Files spreadsheets through the command door. */
@Module({
  imports: [CommandsModule, IdentityModule],
  controllers: [FilingsController],
  providers: [Maps, RowDoor],
})
export class FilingModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  /** A CSV is handed on unread, and only to the address that streams it. */
  onModuleInit(): void {
    const instance = this.host.httpAdapter.getInstance();
    instance.addContentTypeParser('text/csv', (request, payload, done) => {
      if (request.routeOptions.url === '/v1/filings') done(null, payload);
      else done(new Problem('unsupported-media-type', 'Send application/json in UTF-8.'));
    });
  }
}
