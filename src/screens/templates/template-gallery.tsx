'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Segmented, Spin } from 'antd'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { SearchBox } from '@/components/search-box'
import { OCCASIONS, type Occasion } from '@/schemas/template'
import { FailureState } from '@/src/client/failure-state'
import type { Which } from '@/src/client/templates/template-preview'
import { useTRPC } from '@/src/client/trpc'
import { byCursor, useCursorList } from '@/src/client/use-cursor-list'
import { BlankCard, CARD_WIDTH, TemplateCard } from './template-card'

export interface Picked {
  which: Which
  kind: 'page' | 'play'
  name: string
  description: string
}

const SHELVES = ['all', 'play', 'page', 'saved'] as const
type Shelf = (typeof SHELVES)[number]

interface TemplateGalleryProps {
  onBlank: () => void
  onPick: (picked: Picked) => void
}

/** Everything a page can be started from, drawn as phones show it. */
export function TemplateGallery({ onBlank, onPick }: TemplateGalleryProps) {
  const t = useTranslations('templates')
  const [shelf, setShelf] = useState<Shelf>('all')
  const [occasion, setOccasion] = useState<Occasion | 'any'>('any')
  const [search, setSearch] = useState('')
  const builtIn = useBuiltIn(shelf, occasion, search)
  const saved = useSaved(shelf, occasion, search)
  const hasNone = !builtIn.isPending && !saved.isPending && builtIn.cards.length + saved.cards.length === 0

  return (
    <div className="flex h-[min(74dvh,760px)] flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 pb-4">
        <Segmented<Shelf>
          aria-label={t('shelf')}
          value={shelf}
          onChange={setShelf}
          options={SHELVES.map((value) => ({ value, label: t(`shelves.${value}`) }))}
        />
        <OccasionFilter value={occasion} onChange={setOccasion} />
        <div className="ml-auto">
          <SearchBox label={t('search')} value={search} onSearch={setSearch} />
        </div>
      </div>
      <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 pt-1 pb-4">
        {builtIn.error ? (
          <FailureState error={builtIn.error} onRetry={builtIn.retry} />
        ) : (
          <ul
            aria-label={t('list')}
            className="m-0 grid list-none justify-between gap-x-4 gap-y-5 p-0"
            style={{ gridTemplateColumns: `repeat(auto-fill, ${CARD_WIDTH}px)` }}
          >
            {shelf === 'all' && occasion === 'any' && search === '' && (
              <li>
                <BlankCard onPick={onBlank} />
              </li>
            )}
            {[...builtIn.cards, ...saved.cards].map((card) => (
              <li key={'key' in card.which ? card.which.key : card.which.id}>
                <TemplateCard {...card} onPick={() => onPick(card)} />
              </li>
            ))}
          </ul>
        )}
        {builtIn.isPending && <Spin className="mt-16! block!" />}
        {hasNone && (
          <p role="status" className="mt-16 text-center text-ink-faint">
            {t(shelf === 'saved' && search === '' ? 'noneSaved' : 'none')}
          </p>
        )}
        {saved.more && (
          <div className="mt-5 text-center">
            <Button onClick={saved.more}>{t('more')}</Button>
          </div>
        )}
      </div>
    </div>
  )
}

function OccasionFilter(props: { value: Occasion | 'any'; onChange: (value: Occasion | 'any') => void }) {
  const t = useTranslations('templates')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row everywhere.
    <div role="group" aria-label={t('occasion')} className="flex flex-wrap gap-1.5">
      {(['any', ...OCCASIONS] as const).map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={props.value === value}
          onClick={() => props.onChange(value)}
          className={`cursor-pointer rounded-full border border-solid px-3 py-0.5 text-[13px] leading-5 transition-colors ${
            props.value === value
              ? 'border-brand bg-brand-soft text-brand-deep'
              : 'border-line bg-white text-ink-soft hover:border-brand hover:text-brand'
          }`}
        >
          {t(`occasions.${value}`)}
        </button>
      ))}
    </div>
  )
}

function useBuiltIn(shelf: Shelf, occasion: Occasion | 'any', search: string) {
  const t = useTranslations('templates')
  const locale = useLocale()
  const trpc = useTRPC()
  const query = useQuery(
    trpc.templates.builtIn.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  )
  const wanted = search.toLowerCase()
  const cards = (query.data ?? []).flatMap(({ key, kind, name, description, occasion: own }) => {
    const isFound = `${name['zh-CN']} ${name.en} ${description[locale]}`.toLowerCase().includes(wanted)
    const isShown = kind !== 'group' && (shelf === 'all' || shelf === kind)
    if (!isShown || !isFound || (occasion !== 'any' && occasion !== own)) return []
    const card = { which: { key }, kind, name: name[locale], description: description[locale] }
    return [{ ...card, tag: t(`kinds.${kind}`) }]
  })
  return { cards, isPending: query.isPending, error: query.error, retry: () => void query.refetch() }
}

function useSaved(shelf: Shelf, occasion: Occasion | 'any', search: string) {
  const t = useTranslations('templates')
  const format = useFormatter()
  const trpc = useTRPC()
  const isShown = (shelf === 'all' || shelf === 'saved') && occasion === 'any'
  const input = { kind: 'page' as const, search: search || undefined }
  const query = useInfiniteQuery(
    trpc.templates.list.infiniteQueryOptions(input, { ...byCursor, enabled: isShown }),
  )
  const list = useCursorList(query, JSON.stringify(input))
  const cards = (isShown ? (list.rows ?? []) : []).map(({ id, name, savedBy, updatedAt }) => ({
    which: { id },
    kind: 'page' as const,
    name,
    description: t('savedBy', {
      name: savedBy,
      at: format.dateTime(new Date(updatedAt), { dateStyle: 'medium' }),
    }),
    tag: t('kinds.saved'),
  }))
  const more = isShown && query.hasNextPage ? () => void query.fetchNextPage() : undefined
  return { cards, isPending: isShown && query.isPending, more }
}
