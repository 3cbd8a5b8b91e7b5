import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem, type Principal } from '#contracts';
import { logPerson, OPEN } from '#platform';
import type { FastifyRequest } from 'fastify';
import { Principals } from './principals.js';
import { Tokens } from './tokens.js';

const principals = new WeakMap<FastifyRequest, Principal>();

/** The person who asks. Only of a request that came through the guard. */
export const principalOf = (request: FastifyRequest): Principal => {
  const principal = principals.get(request);
  if (!principal) throw new Error('no principal: the route is open or has no guard');
  return principal;
};

const bearer = /^Bearer ([\w.~+/-]{1,8192}=*)$/i;

/** Lets a request in with a valid access token of a known person, or to a route marked Open; every other is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: Tokens,
    private readonly principals: Principals,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()]))
      return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw new Problem('unauthenticated', 'Send an access token: Authorization: Bearer <token>.');
    const principal = await this.principals.of(await this.tokens.verify(token));
    principals.set(request, principal);
    logPerson(request.raw, principal.person);
    return true;
  }
}
