export { downloadBatch } from './download'
export { returnPayout } from './give-back'
export { importResults, MAX_RESULTS_BYTES } from './import-results'
export { PAYOUT_TOPIC } from './internal'
export { listBatches, listPayouts, payoutTotals } from './list'
export { makeBatch } from './make-batch'
export { myPayouts } from './mine'
export { retryPayout } from './retry'
export {
  DownloadBatch,
  ListBatches,
  ListPayouts,
  MyPayouts,
  RetryPayout,
  ReturnPayout,
  Withdraw,
} from './schemas'
export { submitPayouts } from './submit'
export { withdraw } from './withdraw'
