export { expirePoints } from './expire'
