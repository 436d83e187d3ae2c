export type Tone = 'neutral' | 'brand' | 'positive' | 'caution' | 'negative'

const TONES: Record<Tone, { box: string; dot: string }> = {
  neutral: { box: 'bg-[#efeeea] text-ink-soft', dot: 'bg-[#9aa19d]' },
  brand: { box: 'bg-brand-soft text-brand-deep', dot: 'bg-brand' },
  positive: { box: 'bg-positive-soft text-positive', dot: 'bg-[#2c8a4b]' },
  caution: { box: 'bg-caution-soft text-caution', dot: 'bg-[#d08b1b]' },
  negative: { box: 'bg-negative-soft text-negative', dot: 'bg-[#c23b2e]' },
}

/** A state in a word. The dot repeats the tone; the word alone carries the meaning. */
export function StateTag({ tone, children }: { tone: Tone; children: string }) {
  const { box, dot } = TONES[tone]
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2 text-xs leading-[22px] font-medium whitespace-nowrap ${box}`}
    >
      <span aria-hidden="true" className={`size-1.5 rounded-full ${dot}`} />
      {children}
    </span>
  )
}
