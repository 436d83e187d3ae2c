export { type Brought, bringWallets } from './bring'
export { expirePoints } from './expire'
