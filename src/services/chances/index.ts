export { GiveChances, giveChances } from './give'
export { type ChanceEvent, giveChancesFor } from './give-for-event'
export { ReadChances, readLedger } from './read-ledger'
