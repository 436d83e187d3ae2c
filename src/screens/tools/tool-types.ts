'use client'

import { useLocale } from 'next-intl'
import type { AnyToolDefinition } from '@/widgets/kit/tool'
import { consoleMessages, definitions } from '@/widgets/registry.definitions.gen'
import { tools } from '@/widgets/registry.tools.gen'

const toolDefinitions: Record<string, AnyToolDefinition> = tools

export interface ToolType {
  type: string
  name: string
  description: string
  /** The path of a line drawing on a grid of 24 × 24. */
  icon: string | undefined
}

/** The kinds of tool this build can make, named in the reader's language. */
export function useToolTypes() {
  const locale = useLocale()
  const toolTypes: ToolType[] = Object.values(definitions)
    .filter((definition) => definition.usesTool)
    .map(({ type, icon }) => {
      const words = consoleMessages[type]?.[locale]
      return { type, icon, name: words?.tool?.name ?? type, description: words?.description ?? '' }
    })
  const nameOf = (type: string) => consoleMessages[type]?.[locale]?.tool?.name ?? type
  return { toolTypes, nameOf }
}

/** A kind's configuration: its schema, its defaults, its checks. Undefined for one this build lacks. */
export function toolDefinitionOf(type: string): AnyToolDefinition | undefined {
  return toolDefinitions[type]
}
