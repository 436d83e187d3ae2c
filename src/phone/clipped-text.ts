/** What no text of a page may hold; line breaks and tabs it may. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being looked for.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** A typed or pasted text as its block may hold it: on one line, if need be, and not too long. */
export function clippedText(typed: string, o: { max: number; isMultiline: boolean }): string {
  // An element that text is typed into ends with a line break of its own.
  const lines = typed.replace(/\r\n?/g, '\n').replace(/\n$/, '').replace(CONTROL, '')
  const text = o.isMultiline ? lines : lines.replace(/\s*\n\s*/g, ' ')
  if (text.length <= o.max) return text
  // Half of a character that takes two places, such as an emoji, would be none.
  const end = /[\ud800-\udbff]/.test(text.charAt(o.max - 1)) ? o.max - 1 : o.max
  return text.slice(0, end)
}
