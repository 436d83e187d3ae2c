export { invitationsOf } from './of-tool'
export { verifyInvitation } from './verify'
