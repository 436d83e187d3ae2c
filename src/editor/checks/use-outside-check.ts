'use client'

import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'
import { blockOf } from '@/src/document'
import { useEditorStore } from '../store/context'
import { useChecks } from './checks-context'
import type { Measured } from './checks-state'

/** As many as the server follows in one go. */
const AT_ONCE = 50

/** Lets the server follow the page's outside links; one that fails is found until its block is changed. */
export function useOutsideCheck() {
  const store = useEditorStore()
  const checks = useChecks()
  const t = useTranslations('editor.checks')
  const { message } = App.useApp()
  const trpc = useTRPC()
  const reach = useMutation(trpc.pages.reachLinks.mutationOptions())

  async function follow() {
    const links = checks.outsideLinks()
    const addresses = [...new Set(links.map(({ address }) => address))]
    if (addresses.length === 0) return void message.info(t('followEmpty'))
    try {
      const before = store.getState().page
      const answers: StaffOutput['pages']['reachLinks'] = []
      for (let at = 0; at < addresses.length; at += AT_ONCE) {
        answers.push(...(await reach.mutateAsync({ addresses: addresses.slice(at, at + AT_ONCE) })))
      }
      const reachedOf = new Map(answers.map(({ address, reached }) => [address, reached]))
      const failed = links.flatMap(({ address, blockId, path }): Measured[] => {
        const reached = reachedOf.get(address) ?? 'found'
        const block = blockOf(before, blockId)
        if (!block || reached === 'found' || reached === 'unknown') return []
        const params = { address: address.slice(0, 80), reason: reached }
        return [{ block, finding: { level: 'warning', code: 'outside_link', path, params } }]
      })
      checks.keep('outside_link', failed)
      const unknown = answers.filter(({ reached }) => reached === 'unknown').length
      if (failed.length > 0) void message.warning(t('followFound', { count: failed.length }))
      else if (unknown > 0) void message.warning(t('followUnknown', { count: unknown }))
      else void message.success(t('followNone', { count: addresses.length }))
    } catch {
      void message.error(t('followFailed'))
    }
  }
  return { follow, isFollowing: reach.isPending }
}
