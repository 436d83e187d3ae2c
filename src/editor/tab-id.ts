import { newBlockId } from './store/new-block-id'

/**
 * Names this editor among all that have a page open. Made anew each time: a duplicated tab takes
 * along whatever a tab remembers.
 */
export function newTabId(): string {
  return `tab-${newBlockId()}`
}
