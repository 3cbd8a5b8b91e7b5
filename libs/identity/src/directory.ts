import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, dataSource, type Config, type DatabaseRole } from '#platform';
import type { DataSource } from 'typeorm';
import { AccountRow, AssignmentRow, identityRows } from './rows.js';

/** Injects the database role under which identity is read. */
export const DIRECTORY_ROLE = Symbol('role of the directory');

/** A person as the directory has them, with every assignment, in force or not. */
export interface Known {
  person: string;
  name: string;
  homeOrgan: string;
  assignments: AssignmentRow[];
}

/** Reads who is who. Connects at the first question. */
@Injectable()
export class Directory implements OnApplicationShutdown {
  private readonly source: DataSource;
  private connecting: Promise<DataSource> | undefined;

  constructor(@Inject(CONFIG) config: Config, @Inject(DIRECTORY_ROLE) role: DatabaseRole) {
    this.source = dataSource(config.DATABASE_URL, role, {
      size: 2,
      entities: identityRows,
      name: 'kyogi:identity',
    });
  }

  /** The counter that rises with every change of who may do what. */
  async epoch(): Promise<string> {
    const source = await this.connected();
    const rows = await source.query<{ epoch: string }[]>('SELECT epoch FROM authority WHERE k = 1');
    return rows[0]?.epoch ?? '0';
  }

  async byAccount(issuer: string, subject: string): Promise<Known | undefined> {
    const source = await this.connected();
    const account = await source
      .getRepository(AccountRow)
      .findOne({ where: { issuer, subject }, relations: { person: { assignments: true } } });
    if (!account) return undefined;
    const { id, name, homeOrgan, assignments } = account.person;
    return { person: id, name, homeOrgan, assignments };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.connecting) await this.connecting.then((source) => source.destroy()).catch(() => undefined);
  }

  private connected(): Promise<DataSource> {
    this.connecting ??= this.source.initialize().catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return this.connecting;
  }
}
