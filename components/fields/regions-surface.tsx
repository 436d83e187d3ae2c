'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Region } from '@/schemas/region'
import { REGION_FULL } from '@/schemas/region-parts'
import { type RegionsCommand, type RegionsEdit, regionsCommand } from './regions-edits'
import { HANDLES, type Handle, sharedEdges } from './regions-geometry'
import { partsStyle, type RegionsPicture } from './regions-picture'
import { useRegionGesture } from './use-region-gesture'

interface RegionsSurfaceProps {
  picture: RegionsPicture
  /** CSS width of the picture; its height follows. */
  width: string
  regions: readonly Region[]
  /** Lines across, in parts of the height. */
  cuts?: readonly number[] | undefined
  max: number
  selected: number | undefined
  /** Counts up when the keyboard's focus shall go to the selected region. */
  focusRequest: number
  isDisabled: boolean
  onSelect: (index: number | undefined) => void
  onFinish: (edit: RegionsEdit) => void
  onCommand: (index: number, command: RegionsCommand) => void
}

/** The picture with its regions: drag to draw, drag a region to move it, its handles to resize it. */
export function RegionsSurface(props: RegionsSurfaceProps) {
  const { picture, width, regions, cuts, max, selected, focusRequest, isDisabled } = props
  const { onSelect, onFinish, onCommand } = props
  const t = useTranslations('fields.regions')
  const surface = useRef<HTMLDivElement>(null)
  const gesture = useRegionGesture({ regions, max, isDisabled, onSelect, onFinish })
  const shown = gesture.edit?.regions ?? regions
  const active = gesture.edit?.selected ?? selected

  useEffect(() => {
    if (focusRequest === 0) return
    const target = surface.current?.querySelector<HTMLElement>('[aria-current="true"]')
    const place = target ?? surface.current
    place?.focus({ preventScroll: true })
  }, [focusRequest])

  function onKeyDown(event: KeyboardEvent, index: number) {
    if (isDisabled || gesture.isActive) return
    const command = regionsCommand(event)
    if (!command) return
    event.preventDefault()
    onCommand(index, command)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend.
    <div
      ref={surface}
      role="group"
      tabIndex={-1}
      aria-label={t('surface')}
      data-testid="regions-surface"
      className={`relative m-auto shrink-0 touch-none overflow-visible outline-none select-none ${
        isDisabled ? '' : regions.length < max ? 'cursor-crosshair' : 'cursor-default'
      }`}
      style={{ width }}
      {...gesture.handlers}
    >
      <img
        src={picture.src}
        alt={t('picture')}
        draggable={false}
        className="pointer-events-none block h-auto w-full rounded-[3px] shadow-[0_1px_10px_rgb(0_0_0/0.18)]"
        // As on the phone: once it is there, the picture's own proportions count.
        style={{ aspectRatio: `auto ${picture.width} / ${picture.height}` }}
      />
      {cuts?.map((parts) => (
        <span
          key={parts}
          className="pointer-events-none absolute inset-x-0 border-0 border-t border-dashed border-[#ff2d6f]"
          style={{ top: `${(parts / REGION_FULL) * 100}%` }}
        />
      ))}
      {shown.map((region, index) => (
        <RegionBox
          // biome-ignore lint/suspicious/noArrayIndexKey: a region has no other name.
          key={index}
          index={index}
          region={region}
          isSelected={index === active}
          isDisabled={isDisabled}
          onFocus={() => {
            if (!gesture.isActive) onSelect(index)
          }}
          onKeyDown={(event) => onKeyDown(event, index)}
        />
      ))}
      {gesture.edit && active !== undefined && <Guides regions={shown} index={active} />}
    </div>
  )
}

interface RegionBoxProps {
  index: number
  region: Region
  isSelected: boolean
  isDisabled: boolean
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

function RegionBox({ index, region, isSelected, isDisabled, onFocus, onKeyDown }: RegionBoxProps) {
  const t = useTranslations('fields.regions')
  const isFinished = region.link !== '' && region.label.trim() !== ''
  const look = isSelected
    ? 'z-10 border-2 border-solid border-brand bg-brand/20'
    : isFinished
      ? 'border border-solid border-brand bg-brand/30 hover:bg-brand/20'
      : 'border border-dashed border-[#c26a00] bg-[#ffb020]/30 hover:bg-[#ffb020]/20'
  return (
    <button
      type="button"
      data-region={index}
      aria-current={isSelected}
      aria-label={t('region', { number: index + 1, label: region.label || t('unnamed') })}
      disabled={isDisabled}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      className={`absolute cursor-move touch-none rounded-[3px] p-0 shadow-[0_0_0_1px_rgb(255_255_255/0.85)] ${look}`}
      style={partsStyle(region)}
    >
      <span
        className={`pointer-events-none absolute top-0 left-0 max-w-full truncate rounded-br-[3px] px-1.5 text-xs leading-5 font-medium text-white ${
          isSelected || isFinished ? 'bg-brand' : 'bg-[#a85800]'
        }`}
      >
        {index + 1}
        {region.label && ` ${region.label}`}
      </span>
      {isSelected && !isDisabled && HANDLES.map((handle) => <HandleDot key={handle} handle={handle} />)}
    </button>
  )
}

const CURSORS: Record<Handle, string> = {
  nw: 'cursor-nwse-resize',
  se: 'cursor-nwse-resize',
  ne: 'cursor-nesw-resize',
  sw: 'cursor-nesw-resize',
  n: 'cursor-ns-resize',
  s: 'cursor-ns-resize',
  e: 'cursor-ew-resize',
  w: 'cursor-ew-resize',
}

/** Larger to the finger than it looks, mostly outwards, so that small regions can still be moved. */
function HandleDot({ handle }: { handle: Handle }) {
  const left = handle.includes('w') ? '0%' : handle.includes('e') ? '100%' : '50%'
  const top = handle.includes('n') ? '0%' : handle.includes('s') ? '100%' : '50%'
  return (
    <span
      data-handle={handle}
      className={`absolute flex size-5 items-center justify-center pointer-coarse:size-9 ${CURSORS[handle]}`}
      style={{ left, top, transform: 'translate(-50%, -50%)' }}
    >
      <span className="size-2.5 rounded-full border-2 border-solid border-brand bg-white" />
    </span>
  )
}

/** Lines through the edges that a region now shares with others. */
function Guides({ regions, index }: { regions: readonly Region[]; index: number }) {
  const region = regions[index]
  if (!region) return null
  const { x, y } = sharedEdges(
    region,
    regions.filter((_, i) => i !== index),
  )
  const at = (parts: number) => `${(parts / REGION_FULL) * 100}%`
  return (
    <>
      {x.map((parts) => (
        <span
          key={`x${parts}`}
          className="pointer-events-none absolute inset-y-0 z-20 w-px bg-[#ff2d6f]"
          style={{ left: at(parts) }}
        />
      ))}
      {y.map((parts) => (
        <span
          key={`y${parts}`}
          className="pointer-events-none absolute inset-x-0 z-20 h-px bg-[#ff2d6f]"
          style={{ top: at(parts) }}
        />
      ))}
    </>
  )
}
