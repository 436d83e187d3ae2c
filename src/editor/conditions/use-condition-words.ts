'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFormatInstant } from '@/components/instant'
import type { Condition, ConditionField, ConditionTest } from '@/schemas/condition-fields'
import { blockOf } from '@/src/document'
import { useEditorStore } from '../store/context'
import { useWords } from '../words'

/** The two halves of a field's name: `['member', 'level']`. */
export function halvesOf(
  field: ConditionField,
): [source: 'member' | 'campaign' | 'time' | 'tool', name: string] {
  const [source, name] = field.split('.')
  return [source as 'member', name ?? '']
}

/** Says what a condition asks, in plain words. */
export function useConditionWords() {
  const store = useEditorStore()
  const t = useTranslations('editor.conditions')
  const { blockName } = useWords()
  const formatInstant = useFormatInstant()

  return useMemo(() => {
    // Keys are put together from the data; which there are, the messages' own test says.
    const say = (key: string, values: Record<string, string | number> = {}) =>
      t.has(`say.${key}` as 'say.list') ? t(`say.${key}` as 'say.list', values) : ''

    const sayTest = (test: ConditionTest): string => {
      const { field, op, value, block } = test
      const target = block === undefined ? undefined : blockOf(store.getState().page, block)
      const tool = target ? blockName(target) : say('tool.gone')
      if (typeof value === 'boolean') return say(`${field}.${value ? 'yes' : 'no'}`, { tool })
      if (typeof value === 'number') return say(`${field}.${op}`, { count: value, tool })
      if (typeof value === 'string') return say(`${field}.${op}`, { at: formatInstant(value) })
      if (field === 'time.hour') return say(field, { from: Number(value[0]), until: Number(value[1]) })
      return say(`${field}.${op}`, {
        words: value.map((each) => sayValue(field, each)).join(say('list')),
        tool,
      })
    }
    const sayValue = (field: ConditionField, value: string | number): string => {
      if (field === 'time.weekday') return t(`weekdays.d${value as 1}`)
      return field.endsWith('.phase') ? t(`phases.${value as 'running'}`) : String(value)
    }
    const sayCondition = (condition: Condition, isInner = false): string => {
      if ('not' in condition) return say('not', { condition: sayCondition(condition.not) })
      if ('field' in condition) return sayTest(condition)
      const [mode, parts] =
        'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const)
      const joined = parts.map((part) => sayCondition(part, parts.length > 1)).join(say(mode))
      return isInner && parts.length > 1 ? say('group', { condition: joined }) : joined
    }
    return {
      sayCondition: (condition: Condition) => say('shown', { condition: sayCondition(condition) }),
      sayValue,
    }
  }, [t, store, blockName, formatInstant])
}
