import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  GrantDelegation,
  Problem,
  RevokeDelegation,
  Ulid,
  isOnlooker,
  type DelegationAnswer,
  type DelegationList,
  type DelegationView,
  type Principal,
} from '#contracts';
import { ChangeDelegation, digest } from '#commands';
import { CurrentPrincipal, Directory, Principals, type DelegationRow } from '#identity';
import { commandData, idempotencyKey } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

const delegationIdOf = (id: string): string => {
  if (Ulid.safeParse(id).success) return id;
  const message = 'a ULID: 26 characters, no I, L, O or U';
  throw new Problem('invalid-request', `The delegation id in the address must be ${message}.`, {
    faults: [{ path: 'id', message }],
  });
};

const stateOf = ({ revoked, validFrom, validTo }: DelegationRow, today: string): DelegationView['state'] => {
  if (revoked) return 'REVOKED';
  if (validTo <= today) return 'ENDED';
  return today < validFrom ? 'FUTURE' : 'IN_FORCE';
};

const viewOf = ({ revoked, dossierTypes, ...row }: DelegationRow, today: string): DelegationView =>
  ({
    ...row,
    ...(dossierTypes && { dossierTypes }),
    state: stateOf({ ...row, dossierTypes, revoked }, today),
  }) as DelegationView;

/** Who stands in for whom: POST /v1/delegations/{id}/grant-delegation, …/revoke-delegation, GET /v1/delegations. */
@Controller('v1/delegations')
export class DelegationsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly directory: Directory,
    private readonly principals: Principals,
  ) {}

  @Get()
  async list(@CurrentPrincipal() { assignments }: Principal): Promise<DelegationList> {
    const own = assignments.filter(({ role, organ }) => organ !== '*' && !isOnlooker(role));
    const organs = [...new Set(own.map(({ organ }) => organ))];
    const today = this.principals.today();
    const rows = await this.directory.delegationsIn(organs);
    return { items: rows.map((row) => viewOf(row, today)) };
  }

  @Post(':id/grant-delegation')
  @HttpCode(201)
  async grant(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DelegationAnswer> {
    const data = commandData(GrantDelegation, body) as GrantDelegation;
    const change = { name: 'GrantDelegation', delegationId: delegationIdOf(id), data } as const;
    return this.change(change, principal, request, reply);
  }

  @Post(':id/revoke-delegation')
  @HttpCode(200)
  async revoke(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DelegationAnswer> {
    const data = commandData(RevokeDelegation, body) as RevokeDelegation;
    const change = { name: 'RevokeDelegation', delegationId: delegationIdOf(id), data } as const;
    return this.change(change, principal, request, reply);
  }

  private async change(
    change: ChangeDelegation['change'],
    principal: Principal,
    { headers, id: correlationId }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<DelegationAnswer> {
    const receipt = {
      scope: `${principal.person} POST /v1/delegations/{id} ${change.name}`,
      key: idempotencyKey(headers['idempotency-key']),
      fingerprint: digest(change),
    };
    const context = { principal, receipt, correlationId };
    const { replayed, ...answer } = await this.bus.execute(new ChangeDelegation(change, context));
    if (replayed) void reply.header('idempotency-replayed', 'true');
    return answer;
  }
}
