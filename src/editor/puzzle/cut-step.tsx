'use client'

import { DeleteOutlined, PlusOutlined, ThunderboltOutlined } from '@ant-design/icons'
import { App, Button, InputNumber } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RegionsPicture } from '@/components/fields/regions-picture'
import { CutSurface } from './cut-surface'
import { addedCut, evenCuts, MAX_STRIPS, movedCut } from './cuts'
import { readRows } from './read-rows'
import { suggestCuts } from './suggest-cuts'

interface CutStepProps {
  picture: RegionsPicture
  cuts: readonly number[]
  onChange: (cuts: readonly number[]) => void
}

/** Where the picture is cut: drawn on it, typed beside it, or suggested. */
export function CutStep({ picture, cuts, onChange }: CutStepProps) {
  const t = useTranslations('editor.puzzle')
  const { message } = App.useApp()
  const [isLooking, setLooking] = useState(false)
  const [strips, setStrips] = useState(4)
  const edges = [0, ...cuts, picture.height]
  const heights = edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0))

  async function suggest() {
    setLooking(true)
    try {
      const found = suggestCuts(await readRows(picture.src, picture), picture)
      if (found.length > 0) onChange(found)
      void (found.length > 0
        ? message.success(t('suggested', { count: found.length }))
        : message.info(t('noneSuggested')))
    } catch {
      void message.info(t('noneSuggested'))
    } finally {
      setLooking(false)
    }
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_320px] gap-4 max-md:grid-cols-1">
      <div className="flex h-[calc(100vh-270px)] min-h-72 overflow-auto rounded-md bg-[#e9e8e2] p-5">
        <CutSurface picture={picture} cuts={cuts} onChange={onChange} />
      </div>
      <div className="flex max-h-[calc(100vh-270px)] flex-col gap-3">
        <div className="grid grid-cols-2 gap-2">
          <Button icon={<ThunderboltOutlined />} loading={isLooking} onClick={() => void suggest()}>
            {t('suggest')}
          </Button>
          <Button
            icon={<PlusOutlined />}
            disabled={cuts.length >= MAX_STRIPS - 1}
            onClick={() => onChange(addedCut(cuts, picture.height))}
          >
            {t('addCut')}
          </Button>
        </div>
        <div className="grid grid-cols-2 gap-2">
          <InputNumber<number>
            className="w-full"
            min={2}
            max={MAX_STRIPS}
            precision={0}
            aria-label={t('evenInto')}
            value={strips}
            onChange={(next) => next !== null && setStrips(next)}
          />
          <Button onClick={() => onChange(evenCuts(strips, picture.height))}>{t('even')}</Button>
        </div>
        <p className="m-0 text-xs leading-5 text-ink-faint">{t('cutsHint')}</p>
        <h3 className="m-0 flex items-baseline justify-between text-[13px] font-medium text-ink">
          {t('cutsTitle')}
          <span className="text-xs font-normal tabular-nums text-ink-faint" role="status">
            {t('strips', { count: heights.length })}
          </span>
        </h3>
        {cuts.length === 0 ? (
          <p className="m-0 rounded-md bg-plaster px-3 py-4 text-center text-[13px] text-ink-faint">
            {t('noCuts')}
          </p>
        ) : (
          <ol className="m-0 flex min-h-0 list-none flex-col gap-1.5 overflow-y-auto p-0.5">
            {cuts.map((at, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cut has no other name, and keeps its order.
              <li key={index} className="flex items-center gap-2">
                <span className="w-6 shrink-0 text-center text-xs tabular-nums text-ink-faint">
                  {index + 1}
                </span>
                <InputNumber<number>
                  className="flex-1"
                  min={0}
                  max={picture.height}
                  precision={0}
                  suffix="px"
                  aria-label={t('cut', { number: index + 1 })}
                  value={at}
                  // Half a number is no place yet: what was typed counts when the field is left.
                  changeOnBlur
                  onChange={(next) => next !== null && onChange(movedCut(cuts, index, next, picture.height))}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('removeCut', { number: index + 1 })}
                  title={t('removeCut', { number: index + 1 })}
                  onClick={() => onChange(cuts.toSpliced(index, 1))}
                />
              </li>
            ))}
          </ol>
        )}
        <p className="m-0 text-xs leading-5 tabular-nums text-ink-faint">
          {t('stripHeights', { heights: heights.join(' / ') })}
        </p>
      </div>
    </div>
  )
}
