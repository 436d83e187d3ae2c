export { deleteExclusivityGroup } from './delete-group'
export { readParticipation } from './get'
export { saveExclusivityGroup } from './save-group'
export {
  DeleteExclusivityGroup,
  ReadParticipation,
  SaveExclusivityGroup,
  SetParticipationLimit,
} from './schemas'
export { setParticipationLimit } from './set-limit'
