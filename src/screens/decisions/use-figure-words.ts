'use client'

import { useTranslations } from 'next-intl'
import { useFormatInstant } from '@/components/instant'
import { formatFen } from '@/components/money'
import type { CheckName, Figure } from '@/schemas/decision'

/** What support can read out, and what only helps to look further. */
export interface FigureWords {
  name: string
  value: string
  isTechnical: boolean
  /** How full it is, where it can be: from 0 to 1. */
  share?: number
  /** The members it names; in a ring each helped the next one. */
  members?: { id: string; name: string }[]
  isRing?: boolean
}

const TECHNICAL = ['member', 'ipPrefix', 'device', 'version', 'block', 'action']

/** Says a figure of a trace in plain words. */
export function useFigureWords(
  nicknames: Readonly<Record<string, string>>,
): (check: CheckName, figure: Figure) => FigureWords {
  const t = useTranslations('decisions')
  const formatInstant = useFormatInstant()
  const known = (name: string) =>
    t.has(`names.${name}` as never) ? t(`names.${name}` as 'names.rule') : name
  const rule = (name: string) =>
    t.has(`rules.${name}` as never) ? t(`rules.${name}` as 'rules.per_day') : name

  return (check, figure) => {
    const { name } = figure
    switch (figure.kind) {
      case 'text': {
        const value =
          name === 'phase'
            ? t(`phases.${figure.value as 'running'}`)
            : name === 'rule'
              ? rule(figure.value)
              : figure.value
        return { name: known(name), value, isTechnical: TECHNICAL.includes(name) }
      }
      case 'count': {
        const { used, cap } = figure
        const isToday = name.startsWith('today.')
        return {
          name: isToday ? t('names.today', { name: name.slice('today.'.length) }) : rule(name),
          value: t(check === 'stock' ? 'stockOf' : 'ofCap', { used, cap }),
          isTechnical: false,
          share: cap > 0 ? Math.min(1, used / cap) : 1,
        }
      }
      case 'number':
        return name.startsWith('counter.')
          ? {
              name: t('names.counter', { name: name.slice('counter.'.length) }),
              value: String(figure.value),
              isTechnical: true,
            }
          : { name: known(name), value: figure.value.toLocaleString('zh-CN'), isTechnical: false }
      case 'members': {
        const { how, ids } = figure
        const value = ids.length === 0 ? t('rings.none') : t(`rings.${how}`)
        const members = ids.map((id) => ({ id, name: nicknames[id] ?? id }))
        return {
          name,
          value,
          isTechnical: false,
          ...(members.length > 0 && { share: 1, members, isRing: how === 'ring' }),
        }
      }
      case 'money':
        return { name: known(name), value: formatFen(figure.fen), isTechnical: false }
      case 'instant':
        return {
          name: check === 'risk' ? t('names.waitUntil', { name }) : known(name),
          value: formatInstant(figure.at),
          isTechnical: false,
        }
    }
  }
}
