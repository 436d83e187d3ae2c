export { readMemberOfPage, readPageCampaign } from './condition-facts'
export { PageState, pageState } from './page-state'
export { type Published, presentBlocks, readPublication } from './read'
export { recordViews } from './record-views'
