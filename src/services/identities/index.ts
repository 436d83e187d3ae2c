export { declareIdentities } from './declare'
export { GiveIdentity, giveIdentity } from './give'
export { lacksIdentity } from './required'
export { identityStatus, isCashHeldBack } from './status'
