import { Injectable } from '@nestjs/common';
import { subscriberRole, World } from '#commands';
import { Problem, Ulid, type Principal } from '#contracts';
import { sightOf } from '#sight';
import { SubscriptionRows, type SubscriptionRow } from './subscription-rows.js';

const none = () => new Problem('not-found', 'There is no such subscription, or it is not of your organ.');

/** Subscriptions as far as a person may use them: by a role in the organ, and with no eyes that the person has not. */
@Injectable()
export class Subscribers {
  constructor(
    private readonly rows: SubscriptionRows,
    private readonly world: World,
  ) {}

  async list(principal: Principal): Promise<SubscriptionRow[]> {
    const organs = [...new Set(principal.assignments.map(({ organ }) => organ))];
    const rows = await this.rows.ofOrgans(organs);
    return rows.filter((row) => this.mayUse(principal, row));
  }

  /** Throws not-found for a subscription of another organ, not-permitted for one of the own that another role is needed for. */
  async get(id: string, principal: Principal): Promise<SubscriptionRow> {
    const row = Ulid.safeParse(id).success ? await this.rows.byId(id) : undefined;
    if (!row || !principal.assignments.some(({ organ }) => organ === row.organ)) throw none();
    if (this.mayUse(principal, row)) return row;
    throw new Problem('not-permitted', 'Your roles do not allow this with a subscription of your organ.', {
      rule: 'subscriber-role',
    });
  }

  private mayUse(principal: Principal, row: SubscriptionRow): boolean {
    const { headquarters } = this.world.cabinet;
    const sight = sightOf(principal, headquarters);
    return (
      subscriberRole(principal, row, headquarters) !== undefined &&
      row.eyes.every((reader) => sight.includes(reader))
    );
  }
}
