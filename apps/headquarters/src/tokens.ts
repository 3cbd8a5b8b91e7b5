/** Injects the Cabinet. */
export const CABINET = Symbol('cabinet');
/** Injects the DataSource of role kyogi_projector, which also sees every generation. */
export const PROJECTOR = Symbol('projector');
/** Injects the DataSource of role kyogi_projector that a mirror and the reconciliation use, apart from the read models'. */
export const COPYING = Symbol('copying');
