'use client'

import { skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ComponentType, useEffect, useMemo } from 'react'
import { useTRPC } from '@/src/client/trpc'
import { byCursor } from '@/src/client/use-cursor-list'
import type { AnyToolDefinition } from '@/widgets/kit/tool'
import type { CostedReward, ToolFormFacts, ToolFormProps } from '@/widgets/kit/tool-form'

interface OwnFormProps extends Omit<ToolFormProps<unknown>, 'facts'> {
  definition: AnyToolDefinition
  Form: ComponentType<ToolFormProps<unknown>>
}

/** A tool's own form, with what it may know of the rewards and the campaign. */
export function OwnForm({ definition, Form, ...props }: OwnFormProps) {
  return <Form {...props} facts={useToolFormFacts(definition, props.value, props.campaignId)} />
}

function useToolFormFacts(definition: AnyToolDefinition, config: unknown, campaignId: string): ToolFormFacts {
  const trpc = useTRPC()
  const campaign = useQuery(trpc.campaigns.get.queryOptions(campaignId ? { id: campaignId } : skipToken))
  const list = useInfiniteQuery(trpc.rewards.list.infiniteQueryOptions({ limit: 100 }, byCursor))
  const rewards = useMemo(() => {
    const known = list.data?.pages.flatMap(({ items }) => items) ?? []
    return new Map(
      known.map((reward): [string, CostedReward] => {
        const { id, title, terms, isEnabled, stock, taken, stockPerDay, takenToday } = reward
        const today = stockPerDay === null ? undefined : { stock: stockPerDay, taken: takenToday }
        return [id, { id, title, terms, isEnabled, stock, taken, today, costFen: reward.reservedFenEach }]
      }),
    )
  }, [list.data])

  // Older rewards are further down: each that is named must be there before anything is worked out.
  const isMissing = rewardIdsOf(definition, config).some((id) => !rewards.has(id))
  const { hasNextPage, isFetching, fetchNextPage, isError } = list
  useEffect(() => {
    if (isMissing && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [isMissing, hasNextPage, isFetching, isError, fetchNextPage])

  if (isError || campaign.isError) {
    return {
      status: 'failed',
      retry: () => {
        void list.refetch()
        void campaign.refetch()
      },
    }
  }
  if (list.isPending || (isMissing && hasNextPage) || (campaignId && campaign.isPending))
    return { status: 'loading' }
  return {
    status: 'ready',
    rewards,
    campaign: campaign.data && {
      startsAt: new Date(campaign.data.startsAt),
      endsAt: new Date(campaign.data.endsAt),
      availableFen: campaign.data.budget.availableFen,
    },
  }
}

/** What a configuration that is still being written names so far. */
function rewardIdsOf(definition: AnyToolDefinition, config: unknown): string[] {
  const parsed = definition.config.safeParse(config)
  return parsed.success ? definition.rewardIds(parsed.data) : []
}
