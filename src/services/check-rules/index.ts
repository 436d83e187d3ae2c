export { listCheckRules } from './list'
export { resetCheckRule } from './reset'
export { saveCheckRule } from './save'
export { ResetCheckRule, SaveCheckRule } from './schemas'
