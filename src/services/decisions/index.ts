export { forgetOldDecisions } from './forget-old'
export { createDecisionLog, type DecisionLog } from './log'
