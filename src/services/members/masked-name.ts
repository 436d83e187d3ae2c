const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** A nickname as other members may see it: its first character, and that more follows. */
export function maskedName(nickname: string): string {
  const [first] = graphemes.segment(nickname.trim())
  return `${first?.segment ?? ''}*`
}
