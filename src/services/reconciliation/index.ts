export { lastDisagreement } from './last'
export { ListReconciliations, listReconciliations } from './list'
export { reconcileNightly } from './nightly'
export { type Reconciliation, reconcile } from './reconcile'
