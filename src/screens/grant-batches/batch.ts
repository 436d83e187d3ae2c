import type { StaffOutput } from '@/src/client/trpc'

export type Batch = StaffOutput['grantBatches']['get']
export type BatchListed = StaffOutput['grantBatches']['list']['items'][number]
export type BatchState = Batch['state']
export type BatchRow = StaffOutput['grantBatches']['rows']['items'][number]
export type RowOutcome = BatchRow['outcome']
export type BatchPreview = StaffOutput['grantBatches']['preview']

/** True while the server still works on it: the screen asks again by itself. */
export const isLive = ({ state, counts, endedAt }: Batch) =>
  state === 'running' || counts.taking_back > 0 || (state === 'cancelled' && endedAt === null)

export const number = (value: number) => value.toLocaleString('zh-CN')
