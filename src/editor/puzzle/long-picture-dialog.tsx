'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Steps } from 'antd'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { RegionsBench } from '@/components/fields/regions-dialog'
import type { RegionsPicture } from '@/components/fields/regions-picture'
import { isSafeLink } from '@/schemas/primitives'
import type { Region } from '@/schemas/region'
import { REGION_FULL } from '@/schemas/region-parts'
import { type Failure, readFailure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { placeAfterSelection } from '../store/commands'
import { useEditorStore } from '../store/context'
import { revealBlock } from '../store/reveal-block'
import { useSayResult } from '../use-say-result'
import { CutStep } from './cut-step'
import { regionsByStrip } from './cuts'
import { insertStrips } from './insert-strips'
import { PictureStep } from './picture-step'
import { RegionFields } from './region-fields'

interface LongPictureDialogProps {
  isOpen: boolean
  onClose: () => void
}

/** A long design becomes blocks in one go: upload it, cut it, draw where it is tapped, insert. */
export function LongPictureDialog({ isOpen, onClose }: LongPictureDialogProps) {
  const t = useTranslations('editor.puzzle')
  return (
    <Modal
      open={isOpen}
      title={t('title')}
      width="min(1240px, 96vw)"
      style={{ top: 16, paddingBottom: 0 }}
      footer={null}
      // A click beside it must not throw away what was drawn.
      mask={{ closable: false }}
      keyboard={false}
      onCancel={onClose}
      destroyOnHidden
    >
      <Flow onClose={onClose} />
    </Modal>
  )
}

const STEPS = ['picture', 'cut', 'regions'] as const
/** On the whole picture, and on one strip: what a block of hot zones takes. */
const MAX_REGIONS = 120
const MAX_PER_STRIP = 30

function Flow({ onClose }: { onClose: () => void }) {
  const t = useTranslations('editor.puzzle')
  const [step, setStep] = useState<(typeof STEPS)[number]>('picture')
  const [picture, setPicture] = useState<RegionsPicture>()
  const [cuts, setCuts] = useState<readonly number[]>([])
  const [regions, setRegions] = useState<readonly Region[]>([])
  const { isRunning, failure, finish } = useFinish(onClose)
  const at = STEPS.indexOf(step)
  const byStrip = useMemo(
    () => (picture ? regionsByStrip(regions, cuts, picture.height) : []),
    [picture, regions, cuts],
  )
  const errors = useMemo(
    () =>
      Object.fromEntries(
        regions.flatMap(({ link }, i) => (isSafeLink(link) ? [] : [[`regions.${i}.link`, t('unsafeLink')]])),
      ),
    [regions, t],
  )
  const isCrowded = byStrip.some((each) => each.length > MAX_PER_STRIP)
  return (
    <div className="flex flex-col gap-3 pt-1">
      <Steps size="small" current={at} items={STEPS.map((each) => ({ title: t(`steps.${each}`) }))} />
      {step === 'picture' && (
        <PictureStep
          onChoose={(chosen) => {
            setPicture(chosen)
            setCuts([])
            setRegions([])
            setStep('cut')
          }}
        />
      )}
      {picture && step === 'cut' && <CutStep picture={picture} cuts={cuts} onChange={setCuts} />}
      {picture && step === 'regions' && (
        <RegionFields errors={errors}>
          <RegionsBench
            picture={picture}
            max={MAX_REGIONS}
            regions={regions}
            path={['regions']}
            cuts={cuts.map((cut) => (cut / picture.height) * REGION_FULL)}
            onChange={setRegions}
          />
        </RegionFields>
      )}
      <FailureAlert failure={failure} />
      {picture && step !== 'picture' && (
        <div className="flex items-center justify-end gap-2">
          {isCrowded && (
            <span role="alert" className="mr-auto text-[13px] text-negative">
              {t('tooManyRegions', { max: MAX_PER_STRIP })}
            </span>
          )}
          <Button disabled={isRunning} onClick={() => setStep(STEPS[at - 1] ?? 'picture')}>
            {t('back')}
          </Button>
          {step === 'cut' ? (
            <Button type="primary" onClick={() => setStep('regions')}>
              {t('next')}
            </Button>
          ) : (
            <Button
              type="primary"
              loading={isRunning}
              disabled={isCrowded || Object.keys(errors).length > 0}
              onClick={() => void finish(picture, cuts, byStrip)}
            >
              {t('finish', { count: cuts.length + 1 })}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** Cuts the picture on the server, then puts the strips onto the page as one step. */
function useFinish(onClose: () => void) {
  const t = useTranslations('editor.puzzle')
  const store = useEditorStore()
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const say = useSayResult()
  const { message } = App.useApp()
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  async function finish(picture: RegionsPicture, cuts: readonly number[], byStrip: Region[][]) {
    setRunning(true)
    setFailure(undefined)
    try {
      const hash = /[0-9a-f]{64}/.exec(picture.src)?.[0] ?? ''
      // A picture that is not cut is the strip itself.
      const strips =
        cuts.length > 0
          ? await client.assets.slice.mutate({ hash, cuts: [...cuts] })
          : [{ url: picture.src, width: picture.width, height: picture.height }]
      const count = strips.length
      const result = insertStrips(
        store,
        strips.map((strip, i) => ({ ...strip, regions: byStrip[i] ?? [] })),
        (number) => t('stripName', { number, count }),
        placeAfterSelection(store, 'image', 'hot-zone'),
      )
      say(result)
      if (!result?.ok) return
      void message.success(t('inserted', { count }))
      void queries.invalidateQueries(trpc.assets.pathFilter())
      const [first] = store.getState().selectedIds
      if (first) revealBlock(store, first)
      onClose()
    } catch (error) {
      setFailure(readFailure(error))
    } finally {
      setRunning(false)
    }
  }
  return { isRunning, failure, finish }
}
