import { BOUND_EVENTS_ID, type BoundEvents } from '../../widgets/kit/bound-events'
import { createActionRunner } from './action-runner'
import { watchEvents } from './event-watch'
// In one chunk with the caller of the server, which every page loads: a second one would cost them.
import './idempotency-key'

/*
 * The script of pages whose events do something; no other page has it. It comes before the page's own
 * script, and needs none: a button that copies a text works on a page that is otherwise still.
 */

const data = JSON.parse(document.getElementById(BOUND_EVENTS_ID)?.textContent ?? '') as BoundEvents
watchEvents(data, createActionRunner(data))
