const MAX_BYTES = 10 * 1024 * 1024
const MAX_SVG_BYTES = 512 * 1024

/** What need not travel to be refused. The server looks at the bytes; this is to save the wait. */
export function refusalOf(file: File): 'notImage' | 'empty' | 'tooLarge' | 'drawingTooLarge' | undefined {
  if (!file.type.startsWith('image/')) return 'notImage'
  if (file.size === 0) return 'empty'
  if (file.type === 'image/svg+xml' && file.size > MAX_SVG_BYTES) return 'drawingTooLarge'
  return file.size > MAX_BYTES ? 'tooLarge' : undefined
}
