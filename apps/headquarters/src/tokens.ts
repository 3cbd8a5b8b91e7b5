/** Injects the Cabinet. */
export const CABINET = Symbol('cabinet');
/** Injects the DataSource of role kyogi_projector, which also sees every generation. */
export const PROJECTOR = Symbol('projector');
/** Injects the Readers of the public register: on connections of their own, so that the public cannot use up those of the government. */
export const PUBLIC_READERS = Symbol('public readers');
/** Injects the DataSource of role kyogi_projector that a mirror and the reconciliation use, apart from the read models'. */
export const COPYING = Symbol('copying');
