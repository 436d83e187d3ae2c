/** Why an operation was refused. A refused operation changes nothing. */
export type DocumentErrorCode =
  /** The operation names a block the page does not have. */
  | 'unknown_block'
  /** The place's block has no such slot, or is of an unknown widget. */
  | 'unknown_slot'
  /** The slot does not take widgets of that type. */
  | 'not_accepted'
  /** The block would stand inside itself. */
  | 'cycle'
  | 'too_many_blocks'
  /** The block, one that holds it, or one that it holds is locked. */
  | 'locked'
  /** The inserted blocks are no tree, or one of their ids is taken. */
  | 'invalid_fragment'
  /** The widget is unknown or of a newer version, so its props cannot be checked. */
  | 'unknown_widget'
  | 'invalid_props'
  | 'invalid_block'
  | 'invalid_page'
  /** The new props would leave blocks in a slot that is gone, and no other slot takes them. */
  | 'slot_in_use'

/** An operation that was refused; `path` leads to what is wrong within its value. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'

  constructor(
    readonly code: DocumentErrorCode,
    readonly problems: readonly { code: string; path: (string | number)[] }[] = [],
  ) {
    super(code)
  }
}
