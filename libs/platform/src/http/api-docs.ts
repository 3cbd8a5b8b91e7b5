import type { INestApplication } from '@nestjs/common';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Config } from '../config.js';

/** Serves an OpenAPI document at /openapi.json and Swagger UI at /docs, which signs in at the issuer with PKCE. */
export const serveApiDocs = (app: INestApplication, config: Config, document: object): void => {
  const served = structuredClone(document) as OpenAPIObject;
  if (config.OIDC_ISSUER) {
    const openIdConnectUrl = `${config.OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`;
    served.components = {
      ...served.components,
      securitySchemes: { accessToken: { type: 'openIdConnect', openIdConnectUrl } },
    };
  }
  SwaggerModule.setup('docs', app, served, {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: document && 'Kyogi',
    swaggerOptions: {
      persistAuthorization: true,
      initOAuth: {
        clientId: 'kyogi-docs',
        scopes: ['openid'],
        usePkceWithAuthorizationCodeGrant: true,
        additionalQueryStringParams: { resource: config.OIDC_AUDIENCE },
      },
    },
  });
};
