import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { World } from '#commands';
import { asyncapi, Problem, schemaDocuments, type Json } from '#contracts';
import { Open } from '#platform';

/** An hour: a release changes them, and what they said before stays true. */
const cached = 'public, max-age=3600';
const bytesOf = (document: Json): Buffer => Buffer.from(`${JSON.stringify(document, null, 1)}\n`);

/** What the feed says, for programs: the AsyncAPI document, and the schemas that `dataschema` of an event names. */
@Open()
@Controller()
export class ContractController {
  private readonly document: Buffer;
  private readonly schemas: ReadonlyMap<string, Buffer>;

  constructor({ cabinet }: World) {
    this.document = bytesOf(asyncapi({ cabinet: cabinet.name }));
    this.schemas = new Map([...schemaDocuments()].map(([place, schema]) => [place, bytesOf(schema)]));
  }

  @Get('asyncapi.json')
  @Header('cache-control', cached)
  asyncapi(): StreamableFile {
    return new StreamableFile(this.document, { type: 'application/json; charset=utf-8' });
  }

  @Get('schemas/:place')
  @Header('cache-control', cached)
  schema(@Param('place') place: string): StreamableFile {
    const schema = this.schemas.get(place);
    if (!schema)
      throw new Problem(
        'not-found',
        'The feed has no such schema; /asyncapi.json names those that there are.',
      );
    return new StreamableFile(schema, { type: 'application/schema+json' });
  }
}
