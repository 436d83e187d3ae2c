/*
 * What a page tells its reader to do: fenced blocks of `sh` are commands, one a line; blocks whose
 * fence names a file hold that file.
 */

/** The steps of a Markdown page in their order. Throws when it holds none. */
export function stepsOf(markdown) {
  const steps = []
  for (const [, fence, content] of markdown.matchAll(/^```([^\n`]*)\n([\s\S]*?)^```$/gm)) {
    const [language, file] = fence.trim().split(/\s+/)
    if (file) steps.push({ kind: 'file', file, content })
    else if (language === 'sh') {
      for (const command of content.trim().split('\n')) steps.push({ kind: 'command', command })
    }
  }
  if (steps.length === 0) throw new Error('the page tells its reader to do nothing')
  return steps
}
