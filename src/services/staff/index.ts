export { type Auth, createAuth, staffOf } from './auth'
export { ensureAdmin } from './ensure-admin'
export { me } from './me'
export type { Permission } from './permissions'
