'use client'

import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { useShopTimeZone } from '@/components/shop-time-zone'
import { useEditor, useEditorStore } from '../store/context'
import { useViewpoint } from '../viewpoint/use-viewpoint'
import { createViewedAs } from '../viewpoint/viewed-as'
import { Breadcrumb } from './breadcrumb'
import { CanvasLayer } from './canvas-layer'
import { createCanvasSource, createToolStates } from './canvas-source'
import { FileDrop } from './file-drop'
import { QuickToolbar } from './quick-toolbar'
import { SafeAreas } from './safe-areas'
import { useCanvas } from './use-canvas'
import { usePreviewPlay } from './use-preview-play'
import { useToolStates } from './use-tool-states'
import { useZoomKeys } from './use-zoom-keys'
import { WidthHandle } from './width-handle'
import { scaleOf } from './zoom'

/** Room on each side of the phone, for its shadow and the selected block's toolbar, px. */
const MARGIN_X = 52
/** The highest a device is shown, px: that of a tall phone, and of a tablet. */
const PHONE_HEIGHT = 932
const TABLET_HEIGHT = 1180
const TABLET_WIDTH = 768

/** The phone: the page as members will see it, and over it the layer on which it is edited. */
export function CanvasPane() {
  const store = useEditorStore()
  const t = useTranslations('editor.canvas')
  const frame = useRef<HTMLIFrameElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const tools = useMemo(createToolStates, [])
  const viewedAs = useMemo(createViewedAs, [])
  const timeZone = useShopTimeZone()
  const { play, isPlayed } = usePreviewPlay(tools)
  const source = useMemo(
    () => createCanvasSource(store, tools, viewedAs, timeZone, play),
    [store, tools, viewedAs, timeZone, play],
  )
  const { status, onLoad, retry, handle } = useCanvas(frame, store, source)
  useToolStates(tools, isPlayed)
  useViewpoint(viewedAs)

  const deviceWidth = useEditor((state) => state.deviceWidth)
  const zoom = useEditor((state) => state.zoom)
  const isEditing = useEditor((state) => state.mode === 'edit')
  const isWriting = useEditor((state) => state.writingId !== null)
  const room = useRoom(pane)
  // By default a pane too narrow for the device shows it smaller, not cut off.
  const scale = scaleOf(zoom, room.width - 2 * MARGIN_X, deviceWidth)
  const height = Math.min(deviceWidth < TABLET_WIDTH ? PHONE_HEIGHT : TABLET_HEIGHT, room.height / scale)
  const isCut = height * scale >= room.height
  useZoomKeys(pane, scale)

  // Beside the phone is nothing: a press there selects nothing.
  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.target instanceof Element && event.target.hasAttribute('data-beside')) store.select(null)
  }

  return (
    <>
      <div
        ref={pane}
        data-beside=""
        className="relative min-h-0 flex-1 overflow-x-auto overflow-y-hidden"
        onPointerDown={onPointerDown}
      >
        {status === 'failed' && (
          <div className="absolute inset-0 z-20 flex items-center justify-center bg-plaster">
            <EmptyState
              picture="broken"
              role="alert"
              title={t('failed')}
              text={t('failedText')}
              action={<Button onClick={retry}>{t('retry')}</Button>}
            />
          </div>
        )}
        <div
          data-beside=""
          className="flex h-full w-max min-w-full justify-center"
          style={{ paddingInline: MARGIN_X }}
        >
          <div
            className="relative shrink-0"
            data-testid="phone"
            style={{ width: deviceWidth * scale, height: height * scale }}
          >
            <div
              className={`relative origin-top-left overflow-hidden bg-white shadow-[0_0_0_1px_#d5d6d0,0_18px_48px_-12px_rgb(27_36_34/0.22)] ${
                isCut ? 'rounded-t-[18px]' : 'rounded-[18px]'
              }`}
              style={{ width: deviceWidth, height, transform: scale === 1 ? undefined : `scale(${scale})` }}
            >
              <iframe
                ref={frame}
                src="/canvas"
                title={t('frame')}
                data-testid="canvas-frame"
                className="block size-full border-0"
                // While editing, the layer has the pointer and the layers pane the keyboard.
                inert={isEditing && !isWriting}
                tabIndex={isEditing ? -1 : 0}
                onLoad={onLoad}
              />
              {isEditing && <CanvasLayer handle={handle} frame={frame} scale={scale} />}
              {status === 'ready' && <SafeAreas handle={handle} />}
              {status === 'loading' && (
                <p role="status" className="absolute inset-x-0 top-1/3 m-0 text-center text-ink-faint">
                  {t('loading')}
                </p>
              )}
            </div>
            <WidthHandle scale={scale} />
            {isEditing && <QuickToolbar scale={scale} height={height} />}
          </div>
        </div>
        {isEditing && <FileDrop />}
      </div>
      {isEditing && <Breadcrumb />}
    </>
  )
}

/** How much room an element has, px; follows the window. */
function useRoom(element: RefObject<HTMLElement | null>) {
  const [room, setRoom] = useState({ width: 800, height: 844 })
  useEffect(() => {
    const target = element.current
    if (!target) return
    const observer = new ResizeObserver(() =>
      setRoom({ width: target.clientWidth, height: target.clientHeight }),
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return room
}
