'use client'

import { useTranslations } from 'next-intl'

/** A topic in words; one that has none yet, by its name. */
export function useTopicWords(): (topic: string) => string {
  const t = useTranslations('deadLetters.topics')
  return (topic) => {
    // A dot would lead one level down among the words.
    const key = topic.replaceAll('.', '_') as 'payout_submit'
    return t.has(key) ? t(key) : topic
  }
}
