'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { PageDefinition } from '@/schemas/page'
import { blockOf, type Finding } from '@/src/document'
import { definitions } from '@/widgets/registry.definitions.gen'
import { blockSummary } from '../layers/block-summary'
import { useWords } from '../words'

/** A finding in plain words: where it is, what is wrong, and how to mend it. */
export interface SaidFinding {
  where: string
  says: string
  /** Absent where saying what is wrong says it all. */
  mend: string | undefined
}

export function useFindingWords() {
  const t = useTranslations('editor.checks')
  const { blockName, ofWidget, sayFinding } = useWords()

  return useMemo(() => {
    /** The field within a block, as the inspector calls it: 轮播图 › 第 3 项 › 替代文字. */
    const fieldNames = (type: string, [part, ...keys]: Finding['path']): string[] => {
      if (part !== 'props')
        return part === undefined || !t.has(`places.${part}` as 'places.tool')
          ? []
          : [t(`places.${part}` as 'places.tool')]
      const fields = ofWidget(type)?.fields ?? {}
      const [list, index, member] = keys
      const names = [fields[String(list)]]
      if (typeof index === 'number' && typeof member === 'string')
        names.push(t('item', { number: index + 1 }), fields[`${list}.${member}`])
      return names.flatMap((name) => name ?? [])
    }
    const where = (page: PageDefinition, { path }: Finding): string => {
      const [root, id, ...rest] = path
      if (root !== 'blocks' || typeof id !== 'string') {
        const place = path.join('_')
        return t.has(`pagePlaces.${place}` as 'pagePlaces.title')
          ? t(`pagePlaces.${place}` as 'pagePlaces.title')
          : t('page')
      }
      const block = blockOf(page, id)
      if (!block) return t('gone')
      // Blocks of one kind are told apart by what they say.
      const summary = block.name ? '' : blockSummary(definitions, block)
      return [`${blockName(block)} ${summary}`.trim(), ...fieldNames(block.type, rest)].join(' › ')
    }
    const say = (page: PageDefinition, finding: Finding): SaidFinding => {
      const { code, path, params = {} } = finding
      const type = path[0] === 'blocks' ? blockOf(page, String(path[1]))?.type : undefined
      const says = `says.${code}` as 'says.budget_short'
      const mend = `mend.${code}` as 'mend.missing_alt'
      return {
        where: where(page, finding),
        says: t.has(says) ? t(says, sayable(params)) : sayFinding(code, type),
        mend: t.has(mend) ? t(mend, sayable(params)) : undefined,
      }
    }
    /** What the message names: words of our own for codes, money as it is written. */
    const sayable = (params: NonNullable<Finding['params']>) => {
      const { part, pair, problem, reason, need, have, yuan, limit, ...rest } = params
      const type = typeof problem === 'string' ? problem : ''
      return {
        words: '',
        host: '',
        address: '',
        slug: '',
        campaign: '',
        reward: '',
        products: '',
        count: 0,
        kb: 0,
        ratio: 0,
        least: 0,
        width: 0,
        ...rest,
        limit: typeof limit === 'number' ? limit.toLocaleString('zh-CN') : '',
        need: money(need),
        have: money(have),
        yuan: money(yuan),
        problem: type,
        reason: typeof reason === 'string' ? t(`reasons.${reason}` as 'reasons.gone') : '',
        part: typeof part === 'string' ? t(`parts.${part}` as 'parts.odds') : '',
        pair: typeof pair === 'string' ? t(`pairs.${pair}` as 'pairs.ink') : '',
      }
    }
    return { say }
  }, [t, blockName, ofWidget, sayFinding])
}

function money(yuan: string | number | undefined): string {
  return typeof yuan === 'number'
    ? `¥${yuan.toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
    : ''
}
