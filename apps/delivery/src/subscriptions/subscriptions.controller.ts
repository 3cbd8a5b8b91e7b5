import { Body, Controller, Get, HttpCode, Inject, Optional, Param, Post, Req, Res } from '@nestjs/common';
import type { SubscriptionChange } from '#commands';
import {
  ChangeSubscription,
  OpenSubscription,
  SubscriptionReason,
  type Principal,
  type SubscriptionAnswer,
  type SubscriptionList,
  type SubscriptionView,
  type Transport,
} from '#contracts';
import { CurrentPrincipal } from '#identity';
import { commandData } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Egress } from '../egress/post.js';
import { FIRST_SECRET, type FirstSecret } from './first-secret.js';
import { SubscriptionDesk, subscriptionIdOf } from './subscription-desk.js';
import type { SubscriptionRow } from './subscription-rows.js';
import { Subscribers } from './subscribers.js';

const viewOf = ({ eyes: _eyes, ...view }: SubscriptionRow): SubscriptionView => view;

/** Subscriptions: POST /v1/subscriptions/{id}/open-subscription and the other changes, GET /v1/subscriptions. */
@Controller('v1/subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly desk: SubscriptionDesk,
    private readonly subscribers: Subscribers,
    private readonly egress: Egress,
    @Optional() @Inject(FIRST_SECRET) private readonly firstSecret?: FirstSecret,
  ) {}

  @Get()
  async list(@CurrentPrincipal() principal: Principal): Promise<SubscriptionList> {
    const rows = await this.subscribers.list(principal);
    return { items: rows.map(viewOf) };
  }

  @Get(':id')
  async read(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<SubscriptionView> {
    return viewOf(await this.subscribers.get(id, principal));
  }

  @Post(':id/open-subscription')
  @HttpCode(201)
  open(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubscriptionAnswer> {
    const data = commandData(OpenSubscription, body) as OpenSubscription;
    const change = { name: 'OpenSubscription', subscriptionId: subscriptionIdOf(id), data } as const;
    return this.withSecret(change, data.transport, principal, request, reply);
  }

  @Post(':id/change-subscription')
  @HttpCode(200)
  change(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubscriptionAnswer> {
    const data = commandData(ChangeSubscription, body) as ChangeSubscription;
    const change = { name: 'ChangeSubscription', subscriptionId: subscriptionIdOf(id), data } as const;
    return this.withSecret(change, data.transport, principal, request, reply);
  }

  @Post(':id/disable-subscription')
  @HttpCode(200)
  disable(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubscriptionAnswer> {
    const data = { ...reasonOf(body), by: 'owner' as const };
    const change = { name: 'DisableSubscription', subscriptionId: subscriptionIdOf(id), data } as const;
    return this.desk.alter(change, principal, request, reply);
  }

  @Post(':id/enable-subscription')
  @HttpCode(200)
  enable(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubscriptionAnswer> {
    const data = reasonOf(body);
    const change = { name: 'EnableSubscription', subscriptionId: subscriptionIdOf(id), data } as const;
    return this.desk.alter(change, principal, request, reply);
  }

  @Post(':id/end-subscription')
  @HttpCode(200)
  end(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubscriptionAnswer> {
    const data = reasonOf(body);
    const change = { name: 'EndSubscription', subscriptionId: subscriptionIdOf(id), data } as const;
    return this.desk.alter(change, principal, request, reply);
  }

  /** A repetition is answered without the secret: who lost it rotates it. */
  private async withSecret(
    change: SubscriptionChange,
    transport: Transport | undefined,
    principal: Principal,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SubscriptionAnswer> {
    if (transport?.kind === 'webhook') this.egress.checkUrl(transport.url);
    const answer = await this.desk.alter(change, principal, request, reply);
    if (transport?.kind !== 'webhook') return answer;
    const secret = await this.firstSecret?.(answer.subscriptionId, transport.signature, {
      principal,
      request,
    });
    return secret === undefined ? answer : { ...answer, secret };
  }
}

const reasonOf = (body: unknown) => commandData(SubscriptionReason, body) as SubscriptionReason;
