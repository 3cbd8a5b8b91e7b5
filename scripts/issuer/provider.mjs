import { Provider, errors } from 'oidc-provider';
import { demoPeople, signIn } from './people.mjs';

const audience = process.env.OIDC_AUDIENCE ?? 'urn:kyogi:api';
const hour = 60 * 60;

/** The API as a resource server: its tokens are JWTs of type at+jwt. */
const resourceServer = {
  scope: 'kyogi',
  audience,
  accessTokenTTL: hour,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'ES256' } },
};

/** @param {string[]} origins where the documentation pages are served */
const clients = (origins) => [
  {
    client_id: 'kyogi-docs',
    client_name: 'Kyogi API documentation',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: origins.map((origin) => `${origin}/docs/oauth2-redirect.html`),
  },
  {
    client_id: 'kyogi-cli',
    client_name: 'Kyogi on the command line',
    token_endpoint_auth_method: 'none',
    grant_types: ['password'],
    response_types: [],
    redirect_uris: [],
  },
];

/** Everybody may everything: who may do what is Kyogi's own table, not the token's. */
async function grantAll(ctx) {
  const { provider, client, session } = ctx.oidc;
  const known = session.grantIdFor(client.clientId);
  const grant =
    (known && (await provider.Grant.find(known))) ||
    new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(audience, resourceServer.scope);
  await grant.save();
  return grant;
}

/** Grant type `password`, which OAuth 2.1 dropped for good reason: here only so that curl can get a token in one line. */
function addPasswordGrant(provider, cabinet) {
  const handler = async (ctx) => {
    const { client, params } = ctx.oidc;
    const person = signIn(cabinet, params.username, params.password);
    if (!person) throw new errors.InvalidGrant('no demonstration person has this id and password');
    const grant = new provider.Grant({ clientId: client.clientId, accountId: person.subject });
    grant.addResourceScope(audience, resourceServer.scope);
    const grantId = await grant.save();
    const token = new provider.AccessToken({
      accountId: person.subject,
      client,
      grantId,
      gty: 'password',
      scope: resourceServer.scope,
    });
    token.resourceServer = new provider.ResourceServer(audience, resourceServer);
    ctx.body = {
      access_token: await token.save(),
      token_type: 'Bearer',
      expires_in: token.expiration,
      scope: token.scope,
    };
  };
  provider.registerGrantType('password', handler, ['username', 'password', 'scope']);
}

/**
 * An OpenID provider for development.
 * @param {{ url: string, cabinet: string, origins: string[], keys: ReturnType<typeof import('./keys.mjs').issuerKeys> }} options
 */
export function demoProvider({ url, cabinet, origins, keys }) {
  const provider = new Provider(url, {
    clients: clients(origins),
    jwks: keys.jwks,
    cookies: { keys: keys.cookieKeys },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name'] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clientBasedCORS: (_ctx, origin) => origins.includes(origin),
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: grantAll,
    ttl: { AccessToken: hour, IdToken: hour, Interaction: hour, Session: 24 * hour, Grant: 24 * hour },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, indicator) => {
          if (indicator !== audience) throw new errors.InvalidTarget();
          return resourceServer;
        },
      },
    },
    findAccount: (_ctx, subject) => {
      const person = demoPeople(cabinet).find((one) => one.subject === subject);
      return person && { accountId: subject, claims: () => ({ sub: subject, name: person.name }) };
    },
  });
  addPasswordGrant(provider, cabinet);
  return provider;
}
