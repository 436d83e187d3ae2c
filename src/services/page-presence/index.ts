export { beOnPage } from './be-on-page'
export { leavePage } from './leave-page'
export { BeOnPage, LeavePage } from './schemas'
