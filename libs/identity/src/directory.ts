import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, dataSource, type Config, type DatabaseRole } from '#platform';
import { In, type DataSource } from 'typeorm';
import { CHAINS_TO, OF_ORGANS, type DelegationRow } from './delegation-rows.js';
import { AccountRow, PersonRow, identityRows } from './rows.js';

/** Injects the database role under which identity is read. */
export const DIRECTORY_ROLE = Symbol('role of the directory');

/** A person as the directory has them, with every assignment, in force or not, and what was ever delegated to them. */
export interface Known {
  person: PersonRow;
  /** The delegations to the person, and those that they pass on. */
  delegations: DelegationRow[];
  /** Whoever these delegations name, by id. */
  staff: ReadonlyMap<string, PersonRow>;
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
    const { person } = account;
    const delegations = await source.query<DelegationRow[]>(CHAINS_TO, [person.id]);
    const named = [...new Set(delegations.flatMap(({ from, to }) => [from, to]))];
    const staff = named.length > 0 ? await this.persons(named) : [];
    return { person, delegations, staff: new Map(staff.map((one) => [one.id, one])) };
  }

  /** People by id, with every assignment, in force or not. */
  async persons(ids: readonly string[]): Promise<PersonRow[]> {
    const source = await this.connected();
    return source
      .getRepository(PersonRow)
      .find({ where: { id: In([...ids]) }, relations: { assignments: true } });
  }

  /** Every delegation that was ever given in these organs. */
  async delegationsIn(organs: readonly string[]): Promise<DelegationRow[]> {
    const source = await this.connected();
    return source.query<DelegationRow[]>(OF_ORGANS, [organs]);
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
