/** The pool of this process under kyogi_deliverer: deliveries, cursors and the ledger to read. */
export const DELIVERER = Symbol('deliverer pool');
