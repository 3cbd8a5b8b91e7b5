import { Inject, Injectable } from '@nestjs/common';
import { Problem, Role, type Principal } from '#contracts';
import { cabinetFile, Clock, CONFIG, loadCabinet, type Config } from '#platform';
import { LRUCache } from 'lru-cache';
import { Directory, type Known } from './directory.js';
import { heldDelegations } from './held-delegations.js';
import { inForce, tiesOf, type Seat } from './in-force.js';
import type { PersonRow } from './rows.js';
import { todayIn } from './today.js';

interface Account {
  issuer: string;
  subject: string;
}

/** How old the knowledge of the epoch may be when a request begins, milliseconds. An append verifies it again. */
const EPOCH_AGE_MS = 500;

/** Who may do what now, by account. What a token claims of roles is never looked at. */
@Injectable()
export class Principals {
  private readonly timeZone: string;
  private readonly seat: Seat;
  private readonly known = new LRUCache<string, Principal>({ max: 10_000 });
  private readonly accounts = new WeakMap<Principal, Account>();
  private epoch: { value: Promise<string>; readAt: number } | undefined;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {
    const { calendar, headquarters, organs, policy } = loadCabinet(cabinetFile(config));
    this.timeZone = calendar.timeZone;
    const parent = organs.find(({ slug }) => slug === headquarters)?.parent;
    this.seat = { headquarters, parent, recusalYears: policy.recusalYears };
  }

  /** The person behind an account. Throws not-permitted for an account that belongs to nobody. */
  async of(account: Account): Promise<Principal> {
    const epoch = await this.currentEpoch();
    const today = todayIn(this.timeZone, this.clock.now());
    const key = JSON.stringify([account.issuer, account.subject, epoch, today]);
    const known = this.known.get(key);
    if (known) return known;
    // The epoch is the older of the two readings: a change between them is noticed by the append.
    const found = await this.directory.byAccount(account.issuer, account.subject);
    if (!found)
      throw new Problem(
        'not-permitted',
        'Your account belongs to nobody here; ask your ministry to have it registered.',
      );
    const principal = principalOf(found, today, epoch, this.seat);
    this.known.set(key, principal);
    this.accounts.set(principal, account);
    return principal;
  }

  /** The date in the cabinet's time zone, 'YYYY-MM-DD'. */
  today(): string {
    return todayIn(this.timeZone, this.clock.now());
  }

  /** The same person as the database has them at this moment; for a decision that an append refused as stale. */
  refresh(principal: Principal): Promise<Principal> {
    const account = this.accounts.get(principal);
    if (!account)
      return Promise.reject(new Error('a principal that did not come from an account is never stale'));
    this.epoch = undefined;
    return this.of(account);
  }

  private currentEpoch(): Promise<string> {
    const now = performance.now();
    if (!this.epoch || now - this.epoch.readAt > EPOCH_AGE_MS) {
      const reading = { value: this.directory.epoch(), readAt: now };
      reading.value.catch(() => {
        if (this.epoch === reading) this.epoch = undefined;
      });
      this.epoch = reading;
    }
    return this.epoch.value;
  }
}

const principalOf = (
  { person, delegations, staff }: Known,
  today: string,
  authorityEpoch: string,
  seat: Seat,
): Principal => {
  const ties = (officer: PersonRow) => tiesOf(officer, today, seat);
  return {
    person: person.id,
    homeOrgan: person.homeOrgan,
    assignments: person.assignments
      .filter((row) => inForce(row, today))
      .map(({ role, organ }) => ({ role: Role.parse(role), organ })),
    delegations: heldDelegations(person.id, delegations, staff, today, ties),
    ties: ties(person),
    authorityEpoch,
  };
};
