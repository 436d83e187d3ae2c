'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App, Button, InputNumber, Modal, Segmented } from 'antd'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { LibraryAsset } from '@/src/client/assets/asset'
import { type Failure, readFailure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { CropFrame } from './crop-frame'
import { type Frame, fittedFrame } from './crop-geometry'

type Cropped = Pick<LibraryAsset, 'hash' | 'url' | 'width' | 'height'>

interface CropDialogProps {
  asset: Cropped | undefined
  onClose: () => void
}

/** Cuts a part out of a picture: by the frame, or by numbers. */
export function CropDialog({ asset, onClose }: CropDialogProps) {
  const t = useTranslations('assets.crop')
  return (
    <Modal
      open={asset !== undefined}
      title={t('title')}
      width="min(1080px, 96vw)"
      style={{ top: 24 }}
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
      destroyOnHidden
    >
      {asset && <Bench key={asset.hash} asset={asset} onClose={onClose} />}
    </Modal>
  )
}

const RATIOS: Readonly<Record<string, number>> = { '1:1': 1, '4:3': 4 / 3, '16:9': 16 / 9, '3:4': 3 / 4 }
const SIDES = ['x', 'y', 'width', 'height'] as const

function Bench({ asset, onClose }: { asset: Cropped; onClose: () => void }) {
  const t = useTranslations('assets.crop')
  const kit = useTranslations('kit')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const id = useId()
  const whole: Frame = { x: 0, y: 0, width: asset.width, height: asset.height }
  const [frame, setFrame] = useState(() => middleOf(whole))
  const [ratioName, setRatioName] = useState('free')
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const ratio = RATIOS[ratioName]

  async function crop() {
    setRunning(true)
    setFailure(undefined)
    try {
      const { name } = await client.assets.crop.mutate({ hash: asset.hash, ...frame })
      void message.success(t('done', { name }))
      await queries.invalidateQueries(trpc.assets.pathFilter())
      onClose()
    } catch (error) {
      setFailure(readFailure(error))
    } finally {
      setRunning(false)
    }
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_240px] gap-5 pt-2 max-md:grid-cols-1">
      <div className="flex min-h-72 items-center overflow-hidden rounded-md bg-[#e9e8e2] p-6">
        <CropFrame url={asset.url} picture={asset} frame={frame} ratio={ratio} onChange={setFrame} />
      </div>
      <div className="flex flex-col gap-3">
        <FailureAlert failure={failure} />
        <div>
          <p className="mt-0 mb-1.5 text-[13px] text-ink-soft">{t('ratio')}</p>
          <Segmented
            block
            size="small"
            aria-label={t('ratio')}
            value={ratioName}
            options={[
              { value: 'free', label: t('ratioFree') },
              ...Object.keys(RATIOS).map((name) => ({ value: name, label: name })),
            ]}
            onChange={(name) => {
              setRatioName(name)
              setFrame(fittedFrame(frame, asset, RATIOS[name]))
            }}
          />
        </div>
        <div className="grid grid-cols-2 gap-2">
          {SIDES.map((side) => (
            <div key={side}>
              <label htmlFor={`${id}-${side}`} className="text-xs text-ink-soft">
                {t(side)}
              </label>
              <InputNumber<number>
                id={`${id}-${side}`}
                className="mt-1 w-full"
                min={side === 'x' || side === 'y' ? 0 : 1}
                max={side === 'x' || side === 'width' ? asset.width : asset.height}
                precision={0}
                suffix="px"
                value={frame[side]}
                onChange={(next) => {
                  if (next !== null) setFrame(withSide(frame, side, next, asset, ratio))
                }}
              />
            </div>
          ))}
        </div>
        <p className="m-0 text-xs leading-5 text-ink-faint">{t('hint')}</p>
        <p className="m-0 text-xs leading-5 text-ink-faint">{t('keeps')}</p>
        <span className="flex-1" />
        <Button onClick={() => setFrame(fittedFrame(whole, asset, ratio))}>{t('reset')}</Button>
        <div className="grid grid-cols-[auto_1fr] gap-2">
          <Button disabled={isRunning} onClick={onClose}>
            {kit('cancel')}
          </Button>
          <Button type="primary" loading={isRunning} onClick={() => void crop()}>
            {t('save')}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** Something to take hold of: four fifths of the picture. */
function middleOf({ width, height }: Frame): Frame {
  const part = { width: Math.max(1, Math.round(width * 0.8)), height: Math.max(1, Math.round(height * 0.8)) }
  return { x: Math.floor((width - part.width) / 2), y: Math.floor((height - part.height) / 2), ...part }
}

function withSide(
  frame: Frame,
  side: (typeof SIDES)[number],
  value: number,
  picture: { width: number; height: number },
  ratio: number | undefined,
): Frame {
  if (side !== 'height' || !ratio) return fittedFrame({ ...frame, [side]: value }, picture, ratio)
  return fittedFrame({ ...frame, width: value * ratio }, picture, ratio)
}
