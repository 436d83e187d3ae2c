/**
 * Something to put right before the page is published. An error stops publishing, a warning
 * asks. `path` leads to it: `['blocks', id, …]`, `['share', 'title']`, or empty for the page.
 * A widget's own codes are in its messages (`findings.<code>`).
 */
export interface Finding {
  level: 'error' | 'warning'
  code: string
  path: (string | number)[]
  /** What the sentence names: the word, the host, the sum. */
  params?: Record<string, string | number>
}

/** A finding before its rule has said how grave it is. */
export type Found = Omit<Finding, 'level'>
