'use client'

import { Button, Segmented } from 'antd'
import { useTranslations } from 'next-intl'
import {
  LUCKS,
  MOMENTS,
  PLAIN_VIEWPOINT,
  SITUATIONS,
  VIEWERS,
  type Viewpoint,
} from '@/schemas/viewpoint-parts'
import { useEditor, useEditorStore } from '../store/context'
import { PreviewLink } from './preview-link'

/** Rows of choices; each shows on the canvas at once, or with the next draw in the preview. */
export function ViewpointForm({ onClose }: { onClose: () => void }) {
  const store = useEditorStore()
  const t = useTranslations('editor.viewpoint')
  const viewpoint = useEditor((state) => state.viewpoint)
  const { situation } = viewpoint
  const set = (patch: Partial<Viewpoint>) => {
    const next = { ...viewpoint, ...patch }
    // Somebody who is not signed in has not played.
    if (patch.situation === 'played' && next.viewer === 'anonymous') next.viewer = 'old'
    if (patch.viewer === 'anonymous' && next.situation === 'played') next.situation = 'usual'
    store.setState({ viewpoint: next })
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is for whatever in it has the focus.
    <div
      className="flex w-[540px] flex-col gap-3"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <Row label={t('moment')}>
        <Segmented
          block
          aria-label={t('moment')}
          value={viewpoint.moment}
          options={MOMENTS.map((value) => ({ value, label: t(`moments.${value}`) }))}
          onChange={(moment) => set({ moment })}
        />
      </Row>
      <Row label={t('viewer')}>
        <Segmented
          block
          aria-label={t('viewer')}
          value={viewpoint.viewer}
          options={VIEWERS.map((value) => ({ value, label: t(`viewers.${value}`) }))}
          onChange={(viewer) => set({ viewer })}
        />
      </Row>
      <Row label={t('situation')}>
        <Segmented
          block
          aria-label={t('situation')}
          value={situation}
          options={SITUATIONS.map((value) => ({ value, label: t(`situations.${value}`) }))}
          onChange={(next) => set({ situation: next })}
        />
      </Row>
      <Row label={t('luck')}>
        <Segmented
          block
          aria-label={t('luckLabel')}
          value={viewpoint.luck}
          options={LUCKS.map((value) => ({ value, label: t(`lucks.${value}`) }))}
          onChange={(luck) => set({ luck })}
        />
      </Row>
      <div className="flex items-center justify-between gap-3">
        <p className="m-0 text-xs text-ink-faint">
          {situation === 'usual' ? t('hint') : t(`notes.${situation}`)}
        </p>
        <Button size="small" type="link" onClick={() => store.setState({ viewpoint: PLAIN_VIEWPOINT })}>
          {t('reset')}
        </Button>
      </div>
      <div className="border-0 border-t border-solid border-line pt-3">
        <PreviewLink />
      </div>
    </div>
  )
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex items-center gap-3">
      <span className="w-8 shrink-0 text-[13px] text-ink-soft">{label}</span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
