export { forgetHelps } from './forget-helps'
export { forgetRiskWindows } from './forget-windows'
export { importRiskList } from './import-list'
export { listRiskEntries } from './list-entries'
export { listRiskRules } from './list-rules'
export { removeRiskEntry } from './remove-entry'
export { saveRiskRule } from './save-rule'
export {
  ImportRiskList,
  ListRiskEntries,
  RemoveRiskEntry,
  SaveRiskRule,
  SwitchRiskRule,
} from './schemas'
export { switchRiskRule } from './switch-rule'
