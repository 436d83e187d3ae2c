/** The hashes of all uploads that a document shows, wherever in it their addresses stand. */
export function uploadsIn(document: object): Set<string> {
  const found = JSON.stringify(document).matchAll(/\/assets\/u\/([0-9a-f]{64})/g)
  return new Set([...found].map(([, hash = '']) => hash))
}
