/** Injects the Cabinet. */
export const CABINET = Symbol('cabinet');
/** Injects the DataSource of role kyogi_projector, which also sees every generation. */
export const PROJECTOR = Symbol('projector');
