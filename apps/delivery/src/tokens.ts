/** The pool of this process under kyogi_deliverer: deliveries, cursors and the ledger to read. */
export const DELIVERER = Symbol('deliverer pool');

/** The one listener of this process on `kyogi_delivery`: there may be new deliveries, or a subscription has changed. */
export const DELIVERY_WAKE = Symbol('wake of the feed');
