'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { CheckRules } from '@/schemas/check-rule'
import { useTRPC } from '@/src/client/trpc'
import { createPageCheck, DEFAULT_RULES, type Finding } from '@/src/document'
import { usePageIdentity } from '../page-identity'
import { useEditor, useEditorStore } from '../store/context'
import { type Checks, createChecks } from './checks-state'

const ChecksContext = createContext<Checks | undefined>(undefined)

/** What the server knows changes slowly: it is asked again so often, and when tools were changed here. */
const FACTS_MS = 60_000

/** Keeps looking at the page under the editor's hands, by the shop's own rules. */
export function ChecksProvider({ children }: { children: ReactNode }) {
  const store = useEditorStore()
  const [checks] = useState(() => createChecks(store))
  const trpc = useTRPC()
  const { id } = usePageIdentity()
  const rules = useQuery(trpc.checkRules.list.queryOptions(undefined, { staleTime: FACTS_MS }))
  const pages = useMemo(
    () => createPageCheck(store.definitions, rules.data ? rulesOf(rules.data) : DEFAULT_RULES),
    [store, rules.data],
  )
  const asked = useStore(checks, (state) => state.asked)
  const locale = useEditor((state) => state.page.settings.locale)
  const facts = useQuery(
    trpc.pages.facts.queryOptions(
      { id, locale, ...(asked ?? { toolIds: [], slugs: [], images: [], types: [] }) },
      { enabled: asked !== undefined, placeholderData: keepPreviousData, refetchInterval: FACTS_MS },
    ),
  )
  useAskAgain()
  const known = facts.data
  useEffect(() => checks.follow({ pages, facts: known }), [checks, pages, known])
  return <ChecksContext value={checks}>{children}</ChecksContext>
}

type Row = { kind: string } & CheckRules[keyof CheckRules]

function rulesOf(rows: readonly Row[]): CheckRules {
  const own = rows.map(({ kind, level, terms }) => [kind, { level, terms }] as const)
  return { ...DEFAULT_RULES, ...Object.fromEntries(own) }
}

/** A tool that was changed in its drawer is another one to the checks. */
function useAskAgain() {
  const queryClient = useQueryClient()
  const trpc = useTRPC()
  useEffect(
    () =>
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'invalidate') return
        const [[room] = []] = event.query.queryKey as [string[]?]
        if (room === 'tools') void queryClient.invalidateQueries(trpc.pages.facts.pathFilter())
      }),
    [queryClient, trpc],
  )
}

export function useChecks(): Checks {
  const checks = useContext(ChecksContext)
  if (!checks) throw new Error('a part of the checks was rendered outside a ChecksProvider')
  return checks
}

/** What was found of the page as it rested last. */
export function useFindings(): readonly Finding[] {
  return useStore(useChecks(), (state) => state.findings)
}
