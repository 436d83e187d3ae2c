/** How many forms on the screen hold changes that are not saved. */
let count = 0

/** True while some form would lose what was typed into it. */
export function hasUnsavedChanges(): boolean {
  return count > 0
}

/** Counts one form with unsaved changes; call what it returns when they are saved or dropped. */
export function holdUnsavedChanges(): () => void {
  count += 1
  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    count -= 1
  }
}
