import type { Json } from './openapi.js';

/** How a caller shows who it is, and how a receiver of webhooks knows us. */
export const asyncSecurity: Json = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'OAuth 2.0 access token, at+jwt (RFC 9068)',
    description: 'Of a person or a machine that may read for the organ of the subscription.',
  },
  webhookSignature: {
    type: 'httpApiKey',
    in: 'header',
    name: 'webhook-signature',
    description:
      'Standard Webhooks: v1 (HMAC-SHA256) or v1a (Ed25519) over `webhook-id.webhook-timestamp.body`; two while keys are rotated.',
  },
};

const header = (description: string, schema: Json = {}): Json => ({
  ...{ type: 'string', description, ...schema },
});
const digits20 = { pattern: '^[0-9]{20}$' };

/** What comes beside the body, by transport. */
export const deliveredHeaders: Json = {
  bindings: {
    http: {
      bindingVersion: '0.3.0',
      headers: {
        type: 'object',
        description: 'Of a webhook.',
        properties: {
          'webhook-id': header(
            'Subscription and number of the delivery: the same at every try, replays included.',
          ),
          'webhook-timestamp': header('Seconds since 1970 at which this try was made.'),
          'webhook-signature': header('One or more signatures, with blanks between them.'),
          'kyogi-settled': header(
            'Every delivery up to this number was acknowledged or announced as a gap: one at or below that you lack is lost.',
            digits20,
          ),
          'kyogi-replayed': header('Present when it was asked for again.', { const: 'true' }),
        },
        required: ['webhook-id', 'webhook-timestamp', 'webhook-signature', 'kyogi-settled'],
      },
    },
  },
};
