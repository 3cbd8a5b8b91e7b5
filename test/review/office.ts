import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommandBus } from '@nestjs/cqrs';
import type { Type } from '@nestjs/common';
import { ulid } from 'ulid';
import { commandSpec, dossierType, type CommandName, type Principal, type Role } from '#contracts';
import { Execute, type Answer } from '#commands';
import { createApp, readConfig } from '#platform';
import { ReviewModule } from '../../apps/review/src/review.module.js';
import { createDatabase, query, type TestDatabase } from '../support/database.js';

/** A review process in this process, on a database of its own, with a command door beside it. */
export interface Office {
  url: string;
  app: NestFastifyApplication;
  execute(name: CommandName, dossierId: string, data: unknown, by: Principal): Promise<Answer>;
  /** Drafts, approves and files an initiative. */
  file(initiative: Partial<Initiative>): Promise<string>;
  /** The metrics as text. */
  metrics(): Promise<string>;
  close(): Promise<void>;
}

export interface Initiative {
  lead: string;
  title: { ja?: string; en?: string };
  summary: string;
  description: string;
  budgetProjectIds: string[];
}

export const official = (person: string, organ: string, ...roles: Role[]): Principal => ({
  person,
  homeOrgan: organ,
  assignments: roles.map((role) => ({ role, organ })),
});

/** A process on a database: a review process, or with CommandsModule a command door alone. `environment` adds to its settings. */
export const openProcess = async (
  url: string,
  environment: Record<string, string | undefined> = {},
  module: Type = ReviewModule,
): Promise<NestFastifyApplication> => {
  const config = readConfig({
    DATABASE_URL: url,
    RECONCILER_MS: '300',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    ...environment,
  });
  const app = await createApp({ name: 'review', module: () => module, port: () => 0 }, config);
  await app.init();
  return app;
};

export const openOffice = async (
  environment: Record<string, string | undefined> = {},
  database?: TestDatabase,
  module: Type = ReviewModule,
): Promise<Office> => {
  const db = database ?? (await createDatabase());
  const app = await openProcess(db.url, environment, module);
  const bus = app.get(CommandBus, { strict: false });
  let keys = 0;
  const execute: Office['execute'] = (name, dossierId, data, by) =>
    bus.execute(
      new Execute(
        { name, dossierId, data: commandSpec(name).data.parse(data) },
        {
          principal: by,
          receipt: { scope: by.person, key: `k${(keys += 1)}`, fingerprint: `${keys}` },
          expected: name === 'DraftDossier' ? 'none' : 'exists',
          correlationId: `test-${keys}`,
        },
      ),
    );
  const file: Office['file'] = async (initiative) => {
    const id = ulid();
    const { example } = dossierType('initiative');
    const { lead = 'MLIT', title, summary, description, budgetProjectIds } = initiative;
    const head = {
      ...example.head,
      coLeads: [],
      legalBasis: [],
      measureRefs: [],
      marking: { confidentiality: 1, handling: [] },
      lead,
      ...(title && { title }),
      ...(summary !== undefined && { summary }),
      budgetProjectIds: budgetProjectIds ?? [],
    };
    const content = {
      ...example.content,
      partners: [],
      affectsLocalGovernments: false,
      ...(description && { description }),
    };
    const desk = official(`${lead}-desk`, lead, 'DESK', 'LIAISON');
    await execute('DraftDossier', id, { type: 'initiative', head, content, clauses: [] }, desk);
    await execute('RequestApproval', id, {}, desk);
    await execute('ApproveDossier', id, {}, official(`${lead}-approver`, lead, 'MIN_APPROVER'));
    await execute('FileDossier', id, {}, desk);
    return id;
  };
  return {
    url: db.url,
    app,
    execute,
    file,
    metrics: async () =>
      (await app.getHttpAdapter().getInstance().inject({ method: 'GET', url: '/metrics' })).body,
    close: async () => {
      await app.close();
      if (!database) await db.drop();
    },
  };
};

/** Types of a case's events in the order of the stream. */
export const eventsOf = async (url: string, dossierId: string): Promise<string[]> =>
  (await query(url, 'SELECT type FROM events WHERE stream_id = $1 ORDER BY version', [dossierId])).map(
    (row) => String(row.type),
  );

/** Data of a case's event of a type. */
export const dataOf = async (
  url: string,
  dossierId: string,
  type: string,
): Promise<Record<string, unknown>[]> =>
  (
    await query(url, 'SELECT data FROM events WHERE stream_id = $1 AND type = $2 ORDER BY version', [
      dossierId,
      type,
    ])
  ).map((row) => row.data as Record<string, unknown>);

/** As if so many hours had passed for the timers of a case. */
export const passTime = async (url: string, dossierId: string, hours: number): Promise<void> => {
  await query(
    url,
    `UPDATE work_items SET due_at = due_at - $2 * interval '1 hour', hinted_at = NULL WHERE stream_id = $1 AND state = 'due'`,
    [dossierId, hours],
  );
};
