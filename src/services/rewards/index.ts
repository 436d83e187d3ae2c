export { createReward } from './create'
export { listRewards } from './list'
export * from './schemas'
export { updateReward } from './update'
