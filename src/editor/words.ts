'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { ConsoleMessages } from '@/widgets/kit/messages'
import { consoleMessages } from '@/widgets/registry.definitions.gen'
import type { ChangeResult } from './store/change'
import type { Announcement } from './store/editor-store'
import type { StepBlock, StepName, StepPlace } from './store/step'

/** A widget's own words in one language; undefined for a widget this build does not know. */
function messagesOf(type: string, locale: 'zh-CN' | 'en'): ConsoleMessages | undefined {
  return Object.hasOwn(consoleMessages, type) ? consoleMessages[type]?.[locale] : undefined
}

/** How blocks, places, steps and findings are called, in the reader's language. */
export function useWords() {
  const locale = useLocale()
  const t = useTranslations('editor')

  return useMemo(() => {
    const ofWidget = (type: string) => messagesOf(type, locale)
    const widgetName = (type: string) => ofWidget(type)?.name ?? t('block.unknown')
    /** What somebody called it, else what it is. */
    const blockName = (block: StepBlock) => block.name || widgetName(block.type)
    const slotName = (type: string, slot: string) => ofWidget(type)?.slots?.[slot] ?? slot
    const placeName = (place: StepPlace) =>
      place === 'page'
        ? t('canvas.page')
        : t('steps.slot', { block: blockName(place), slot: slotName(place.type, place.slot) })
    /** The tool a widget plays, as its author calls it. */
    const toolName = (type: string) => ofWidget(type)?.tool?.name ?? widgetName(type)
    const propLabel = (type: string, prop: string) => ofWidget(type)?.fields[prop] ?? prop

    const blocksName = ({ block, count = 1 }: { block: StepBlock; count?: number }) =>
      count > 1 ? t('steps.several', { block: blockName(block), count }) : blockName(block)

    const sayStep = (step: StepName): string => {
      switch (step.verb) {
        case 'insert':
        case 'paste':
        case 'move': {
          const block = blocksName(step)
          if (step.into === 'page') return t(`steps.${step.verb}`, { block })
          return t(`steps.${step.verb}Into`, { block, place: placeName(step.into) })
        }
        case 'setProp':
          return t('steps.setProp', {
            block: blocksName(step),
            prop: propLabel(step.block.type, step.prop),
          })
        case 'setPage':
          return t('steps.setPage', { part: t(`steps.parts.${step.part}`) })
        case 'useTemplate':
        case 'restoreVersion':
          return t(`steps.${step.verb}`, { title: step.title })
        case 'merge':
          return t('steps.merge')
        case 'wrap':
          return t('steps.wrap', { block: blocksName(step), widget: widgetName(step.type) })
        default:
          return t(`steps.${step.verb}`, { block: blocksName(step) })
      }
    }
    const sayAnnouncement = ({ how, step }: Announcement) => t(`steps.${how}`, { step: sayStep(step) })

    const sayRefusal = (result: ChangeResult | undefined): string | undefined => {
      if (!result || result.ok) return undefined
      const key = `refusals.${result.code}` as 'refusals.other'
      return t.has(key) ? t(key) : t('refusals.other')
    }
    /** A widget knows its own findings; the others are everybody's. */
    const sayFinding = (code: string, type: string | undefined): string => {
      const own = type === undefined ? undefined : ofWidget(type)?.findings?.[code]
      if (own) return own
      const key = `findings.${code}` as 'findings.other'
      return t.has(key) ? t(key) : t('findings.other')
    }
    return {
      ofWidget,
      widgetName,
      toolName,
      blockName,
      blocksName,
      slotName,
      placeName,
      propLabel,
      sayStep,
      sayAnnouncement,
      sayRefusal,
      sayFinding,
    }
  }, [locale, t])
}

export type Words = ReturnType<typeof useWords>
