'use client'

import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import type { ProductsFieldProps } from '@/components/fields/types'
import { Money } from '@/components/money'
import { useTRPC } from '@/src/client/trpc'
import type { Product } from './product'
import { ProductPicture } from './product-picture'

/** Products picked by name or number, in the order in which they will stand. */
export function ProductPicker({
  id,
  label,
  max,
  value,
  onChange,
  isDisabled,
  isInvalid,
}: ProductsFieldProps) {
  const t = useTranslations('products.picker')
  const trpc = useTRPC()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const found = useQuery(
    trpc.products.list.queryOptions(
      { search: search || undefined, limit: 30 },
      { placeholderData: keepPreviousData },
    ),
  )
  const chosen = useQuery(
    trpc.products.list.queryOptions(
      { ids: [...value], limit: 100 },
      { enabled: value.length > 0, placeholderData: keepPreviousData },
    ),
  )
  const known = new Map(
    [...(found.data?.items ?? []), ...(chosen.data?.items ?? [])].map((each) => [each.id, each]),
  )
  const move = (from: number, to: number) => {
    const [a, b] = [value[from], value[to]]
    if (a !== undefined && b !== undefined) onChange(value.with(from, b).with(to, a))
  }
  return (
    <div className="flex flex-col gap-2">
      <Select<string[]>
        id={id}
        // Many are picked one after the other: it stays open, with what was searched for.
        mode="multiple"
        aria-label={label}
        className="w-full"
        disabled={isDisabled || value.length >= max}
        status={isInvalid ? 'error' : undefined}
        showSearch={{ filterOption: false, onSearch: setTyped, autoClearSearchValue: false }}
        // What is chosen stands in the list below.
        value={[]}
        placeholder={t('add')}
        loading={found.isFetching}
        notFoundContent={search ? t('noMatch') : t('none')}
        onChange={([next]) => {
          if (next !== undefined) onChange([...value, next])
        }}
        options={(found.data?.items ?? [])
          .filter((product) => !value.includes(product.id))
          .map((product) => ({ value: product.id, label: product.title }))}
        optionRender={({ value: productId }) => <Option product={known.get(String(productId))} />}
      />
      {value.length > 0 && (
        <p className="m-0 text-right text-xs tabular-nums text-ink-faint">
          {t('chosen', { count: value.length, max })}
        </p>
      )}
      <ol className="m-0 flex list-none flex-col gap-1.5 p-0">
        {value.map((productId, i) => (
          <Chosen
            key={productId}
            product={known.get(productId)}
            isGone={chosen.isSuccess && !chosen.isPlaceholderData && !known.has(productId)}
            isDisabled={isDisabled}
            onUp={i > 0 ? () => move(i, i - 1) : undefined}
            onDown={i < value.length - 1 ? () => move(i, i + 1) : undefined}
            onRemove={() => onChange(value.toSpliced(i, 1))}
          />
        ))}
      </ol>
    </div>
  )
}

function Option({ product }: { product: Product | undefined }) {
  return (
    product && (
      <span className="flex items-center gap-2">
        <ProductPicture src={product.image} size={32} />
        <span className="min-w-0 flex-1 truncate">{product.title}</span>
        <Money fen={product.priceFen} className="text-xs text-ink-faint" />
      </span>
    )
  )
}

interface ChosenProps {
  /** Undefined while it is being looked for. */
  product: Product | undefined
  isGone: boolean
  isDisabled: boolean
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onRemove: () => void
}

function Chosen({ product, isGone, isDisabled, onUp, onDown, onRemove }: ChosenProps) {
  const t = useTranslations('products.picker')
  const title = product?.title ?? (isGone ? t('gone') : '')
  const acts = [
    { name: t('up', { title }), icon: <ArrowUpOutlined />, act: onUp },
    { name: t('down', { title }), icon: <ArrowDownOutlined />, act: onDown },
    { name: t('remove', { title }), icon: <DeleteOutlined />, act: onRemove },
  ]
  return (
    <li className="flex items-center gap-2 rounded-md border border-solid border-line bg-white py-1 pr-1 pl-1.5">
      <ProductPicture src={product?.image ?? ''} size={32} />
      <span className={`min-w-0 flex-1 truncate text-[13px] ${isGone ? 'text-negative' : 'text-ink'}`}>
        {title}
      </span>
      {!isDisabled &&
        acts.map(({ name, icon, act }) => (
          <Button
            key={name}
            type="text"
            size="small"
            aria-label={name}
            title={name}
            icon={icon}
            disabled={!act}
            onClick={act}
          />
        ))}
    </li>
  )
}
