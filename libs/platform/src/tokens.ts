import { SetMetadata } from '@nestjs/common';

/** Injects the Config of the process. */
export const CONFIG = Symbol('kyogi config');

/** Metadata key of routes that need no access token. */
export const OPEN = 'kyogi:open';

/** Opens a controller or route to callers without an access token; every other route is closed. */
export const Open = () => SetMetadata(OPEN, true);
