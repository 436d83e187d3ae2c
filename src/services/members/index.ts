export { ipPrefixOf } from './ip-prefix'
export { issueSession, MEMBER_COOKIE, MEMBER_SESSION_SECONDS, readSession } from './session'
export { exchangeTicket, issueTicket } from './ticket'
