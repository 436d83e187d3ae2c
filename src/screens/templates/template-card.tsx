'use client'

import { PlusOutlined } from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TemplatePreview, type Which } from '@/src/client/templates/template-preview'

/** How large a card's picture is, CSS px. */
export const CARD_WIDTH = 204
const CARD_HEIGHT = 372

interface TemplateCardProps {
  which: Which
  name: string
  description: string
  tag: string
  onPick: () => void
}

/** A template to choose: what it looks like, what it is called, what it is for. */
export function TemplateCard({ which, name, description, tag, onPick }: TemplateCardProps) {
  return (
    <Card
      name={name}
      description={description}
      tag={tag}
      onPick={onPick}
      picture={<TemplatePreview which={which} title={name} width={CARD_WIDTH} height={CARD_HEIGHT} />}
    />
  )
}

/** Starting from nothing. */
export function BlankCard({ onPick }: { onPick: () => void }) {
  const t = useTranslations('templates')
  return (
    <Card
      name={t('blank')}
      description={t('blankText')}
      onPick={onPick}
      picture={
        <div
          className="flex items-center justify-center bg-plaster text-[28px] text-ink-faint transition-colors group-hover:bg-brand-soft group-hover:text-brand"
          style={{ width: CARD_WIDTH, height: CARD_HEIGHT }}
        >
          <PlusOutlined />
        </div>
      }
    />
  )
}

interface CardProps {
  name: string
  description: string
  tag?: string
  picture: ReactNode
  onPick: () => void
}

function Card({ name, description, tag, picture, onPick }: CardProps) {
  return (
    <div
      className="group relative overflow-hidden rounded-lg bg-white shadow-[0_0_0_1px_var(--color-line)] transition-shadow focus-within:shadow-[0_0_0_2px_var(--color-brand)] hover:shadow-[0_0_0_1px_var(--color-brand),0_14px_32px_-14px_rgb(27_36_34/0.35)]"
      style={{ width: CARD_WIDTH }}
    >
      {picture}
      <div className="border-0 border-t border-solid border-line px-3 pt-2.5 pb-3">
        <p className="m-0 flex items-center gap-2 font-medium">
          <span className="min-w-0 flex-1 truncate">{name}</span>
          {tag && (
            <span className="shrink-0 rounded bg-brand-soft px-1.5 text-xs leading-5 font-normal text-brand-deep">
              {tag}
            </span>
          )}
        </p>
        <p className="mt-1 mb-0 line-clamp-2 h-9 text-[13px] leading-[18px] text-ink-soft">{description}</p>
      </div>
      {/* Over all of it: what is drawn in the frame is not to be tapped. */}
      <button
        type="button"
        aria-label={name}
        className="absolute inset-0 cursor-pointer border-0 bg-transparent outline-none"
        onClick={onPick}
      />
    </div>
  )
}
