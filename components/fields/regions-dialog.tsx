'use client'

import { PlusOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Modal, Segmented } from 'antd'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useState } from 'react'
import type { ActionCall } from '@/schemas/action-call'
import type { Region } from '@/schemas/region'
import { useFieldContext } from './field-context'
import { addedRegion, commandEdit, type RegionsCommand, type RegionsEdit } from './regions-edits'
import { RegionsList } from './regions-list'
import type { RegionsPicture } from './regions-picture'
import { RegionsSurface } from './regions-surface'
import type { FieldChange, FieldPath } from './types'
import { useRegionsHistory } from './use-regions-history'

interface RegionsDialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  picture: RegionsPicture
  max: number
  regions: readonly Region[]
  path: FieldPath
  onChange: (regions: readonly Region[], change: Omit<FieldChange, 'patch'>) => void
}

/** Where regions are drawn: the picture as large as there is room, the regions listed beside it. */
export function RegionsDialog(props: RegionsDialogProps) {
  const { isOpen, onClose, title } = props
  const t = useTranslations('fields.regions')
  return (
    <Modal
      open={isOpen}
      title={title}
      width="min(1240px, 96vw)"
      style={{ top: 20, paddingBottom: 0 }}
      onCancel={onClose}
      // Every finished gesture is on the page already: there is nothing to confirm.
      footer={
        <Button type="primary" onClick={onClose}>
          {t('done')}
        </Button>
      }
      destroyOnHidden
    >
      <RegionsBench {...props} />
    </Modal>
  )
}

type Zoom = 'fit' | 'width'

/** What is left for the picture in height, beside the dialog's own frame. */
const ROOM_HEIGHT = '100vh - 262px'
/** Pictures taller than this by their width are read in pieces, not as a whole. */
const TALL_RATIO = 1.8

type RegionsBenchProps = Pick<RegionsDialogProps, 'picture' | 'max' | 'regions' | 'path' | 'onChange'> & {
  /** Where the picture is going to be cut across, in parts of its height; shown, not changed. */
  cuts?: readonly number[]
}

/** The picture to draw on, and the list of what is drawn. */
export function RegionsBench({ picture, max, regions, path, onChange, cuts }: RegionsBenchProps) {
  const { isDisabled } = useFieldContext()
  const t = useTranslations('fields.regions')
  const ratio = picture.height / picture.width
  const [selected, setSelected] = useState<number>()
  const [focusRequest, setFocusRequest] = useState(0)
  const [zoom, setZoom] = useState<Zoom>(ratio > TALL_RATIO ? 'width' : 'fit')
  const history = useRegionsHistory(regions, path, onChange)
  const isFull = regions.length >= max

  function commit(edit: RegionsEdit, where: FieldPath, isContinuous: boolean) {
    if (edit.regions !== regions) history.change(edit.regions, { path: where, isContinuous })
    setSelected(edit.selected)
  }
  function command(index: number, what: RegionsCommand) {
    const isStep = what.kind === 'move' || what.kind === 'resize'
    // Arrows held down are one step to undo.
    commit(commandEdit(regions, index, what, max), isStep ? [...path, index, what.kind] : path, isStep)
  }
  function withFocus(act: () => void) {
    act()
    setFocusRequest((count) => count + 1)
  }
  function setWords(index: number, words: Partial<Pick<Region, 'link' | 'label'>>) {
    const region = regions[index]
    if (!region) return
    const [name = 'label'] = Object.keys(words)
    history.change(regions.with(index, { ...region, ...words }), {
      path: [...path, index, name],
      isContinuous: true,
    })
  }
  function setActions(index: number, calls: readonly ActionCall[], mergeKey: string | undefined) {
    const region = regions[index]
    if (!region) return
    const { actions: _, ...rest } = region
    const next: Region = calls.length > 0 ? { ...rest, actions: [...calls] } : rest
    history.change(regions.with(index, next), {
      path: [...path, index, 'actions', ...(mergeKey === undefined ? [] : [mergeKey])],
      isContinuous: mergeKey !== undefined,
    })
  }
  function onKeyDown(event: KeyboardEvent) {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
    // A field that takes text undoes by itself.
    if (!isUndo || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    if (event.shiftKey) history.redo()
    else history.undo()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for undo wherever the focus is inside.
    <div onKeyDown={onKeyDown}>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Button
          icon={<PlusOutlined />}
          disabled={isDisabled || isFull}
          onClick={() => withFocus(() => commit(addedRegion(regions, max), path, false))}
        >
          {isFull ? t('full', { max }) : t('add')}
        </Button>
        <Button
          icon={<UndoOutlined />}
          aria-label={t('undo')}
          title={t('undo')}
          disabled={!history.canUndo}
          onClick={history.undo}
        />
        <Button
          icon={<RedoOutlined />}
          aria-label={t('redo')}
          title={t('redo')}
          disabled={!history.canRedo}
          onClick={history.redo}
        />
        <span className="min-w-0 flex-1 text-xs leading-5 text-ink-faint">{t('hint')}</span>
        <Segmented<Zoom>
          aria-label={t('zoom')}
          value={zoom}
          onChange={setZoom}
          options={[
            { value: 'fit', label: t('zoomFit') },
            { value: 'width', label: t('zoomWidth') },
          ]}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_320px] gap-4 max-md:grid-cols-1">
        <div
          className="flex overflow-auto rounded-md bg-[#e9e8e2] p-5"
          style={{ height: `calc(${ROOM_HEIGHT} + 40px)`, minHeight: 280 }}
        >
          <RegionsSurface
            picture={picture}
            width={
              zoom === 'fit'
                ? `min(100%, calc((${ROOM_HEIGHT}) * ${picture.width / picture.height}))`
                : '100%'
            }
            regions={regions}
            cuts={cuts}
            max={max}
            selected={selected}
            focusRequest={focusRequest}
            isDisabled={isDisabled}
            onSelect={setSelected}
            onFinish={(edit) => withFocus(() => commit(edit, path, false))}
            onCommand={(index, what) => withFocus(() => command(index, what))}
          />
        </div>
        <div className="overflow-y-auto p-0.5" style={{ maxHeight: `calc(${ROOM_HEIGHT} + 40px)` }}>
          <RegionsList
            regions={regions}
            ratio={ratio}
            path={path}
            selected={selected}
            isFull={isFull}
            onSelect={setSelected}
            onWords={setWords}
            onActions={setActions}
            onCommand={command}
          />
        </div>
      </div>
    </div>
  )
}
