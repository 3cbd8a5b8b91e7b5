export { AccessGuard, principalOf } from './access.guard.js';
export { CurrentPrincipal } from './current-principal.js';
export * as delegationSql from './delegation-rows.js';
export type { DelegationRow } from './delegation-rows.js';
export { Directory } from './directory.js';
export { IdentityModule } from './identity.module.js';
export { loadCabinetInto, type Loaded } from './load-cabinet.js';
export { Principals } from './principals.js';
export { requireIssuer, Tokens, type Account } from './tokens.js';
