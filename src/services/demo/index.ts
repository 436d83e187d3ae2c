export { DEMO_PASSWORD, DEMO_STAFF } from './accounts'
export { seedDemo } from './seed'
export { listDemo, openAsMember } from './shop'
