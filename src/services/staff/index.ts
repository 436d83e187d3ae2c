export { type Auth, CLIENT_ADDRESS_HEADER, createAuth, staffOf } from './auth'
export { ensureAdmin } from './ensure-admin'
export { me } from './me'
export type { Permission } from './permissions'
