export { overviewSummary } from './summary'
