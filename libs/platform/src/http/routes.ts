import type { FastifyInstance } from 'fastify';

/** Which methods each address takes, to tell 405 from 404. */
export class Routes {
  private readonly methods = new Map<string, { pattern: RegExp; allow: Set<string> }>();

  constructor(instance: FastifyInstance) {
    instance.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      const pattern = new RegExp(`^${url.replace(/[.]/g, '\\.').replace(/:[^/]+/g, '[^/]+')}$`);
      const known = this.methods.get(url) ?? { pattern, allow: new Set<string>() };
      for (const one of [method].flat()) known.allow.add(one);
      this.methods.set(url, known);
    });
  }

  /** Methods that the address takes; empty when there is no such address. */
  allow(url: string): string[] {
    const path = url.split('?')[0] ?? '';
    const found = [...this.methods.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ allow }) => [...allow]))].sort();
  }
}
