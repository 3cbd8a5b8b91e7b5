import { Controller, Get } from '@nestjs/common';
import { dossierTypes, publicCommands, schemaRef, schemasFor, type Catalogue } from '#contracts';
import { digest } from '#commands';

const build = (): Catalogue => {
  const commands = publicCommands.map(({ name, path, summary, creates, by, data }) => {
    return { name, path, summary, creates, by, schema: schemaRef(data) };
  });
  const types = dossierTypes.map(({ type, ja, en, content, procedures, example }) => {
    const pinned = procedures.map((procedure) => ({ ...procedure, hash: digest(procedure) }));
    return { type, ja, en, schema: schemaRef(content), procedures: pinned, example: { type, ...example } };
  });
  return { commands, dossierTypes: types, schemas: schemasFor([commands, types]) };
};

let catalogue: Catalogue | undefined;

/** What can be commanded and filed, for forms and tools. The same for everybody. */
@Controller('v1/catalogue')
export class CatalogueController {
  @Get()
  read(): Catalogue {
    return (catalogue ??= build());
  }
}
