import { defineTool } from '../kit/tool'
import { collect } from './collect'
import { checkConfig, checkWhileHeld, config, defaults } from './config'
import { expand, help } from './help'
import { open } from './open'
import { present, presentNeeds } from './present'

export type { ExpandingConfig } from './config'

export const tool = defineTool({
  type: 'expanding-packet',
  version: 1,
  config,
  defaults,
  rewardIds: ({ rewardId }) => (rewardId === undefined ? [] : [rewardId]),
  check: checkConfig,
  checkWhileHeld,
  actions: { open, help, expand, collect },
  presentNeeds,
  present,
})
