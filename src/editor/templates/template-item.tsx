'use client'

import { MoreOutlined } from '@ant-design/icons'
import { useDraggable } from '@dnd-kit/core'
import { Button, Dropdown } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TemplatePreview, useTemplate, type Which } from '@/src/client/templates/template-preview'
import type { DragSource } from '../drag/drag-source'
import { useEditorStore } from '../store/context'
import { revealBlock } from '../store/reveal-block'
import { useSayResult } from '../use-say-result'
import { ManageTemplate } from './manage-template'
import { ReplacePage } from './replace-page'
import { insertGroup, typesOf } from './use-template'

export interface Template {
  which: Which
  name: string
  description?: string
  /** Whether this person may rename and delete it. */
  canChange: boolean
}

interface TemplateItemProps {
  template: Template
  isGroup: boolean
  /** What it is called among those that arrows go through. */
  roveKey: string
  /** The tab key comes to this one, and from it to what can be changed of it. */
  isEntry: boolean
}

const PICTURE = { width: 222, height: 132 }
const PAGE_PICTURE = { width: 222, height: 260 }

/** A template to drag onto the canvas or to insert; a whole page asks before it takes the page's place. */
export function TemplateItem({ template, isGroup, roveKey, isEntry }: TemplateItemProps) {
  const { which, name, description, canChange } = template
  const store = useEditorStore()
  const t = useTranslations('editor.templates')
  const say = useSayResult()
  const [isAsking, setAsking] = useState(false)
  const { data } = useTemplate(which, false)
  const source: DragSource = {
    types: data ? typesOf(data.page) : [],
    label: name,
    drop: (place) => (data ? insertGroup(store, data.page, place) : undefined),
  }
  const { listeners, setNodeRef, isDragging } = useDraggable({
    id: `template:${'key' in which ? which.key : which.id}`,
    data: source,
    disabled: !isGroup || !data,
  })

  function use() {
    if (!data) return
    if (!isGroup) {
      setAsking(true)
      return
    }
    const result = insertGroup(store, data.page)
    say(result)
    const [first] = store.getState().selectedIds
    if (result.ok && first !== undefined) revealBlock(store, first)
  }

  return (
    <div
      className={`group relative overflow-hidden rounded-md bg-white shadow-[0_0_0_1px_var(--color-line)] transition-shadow focus-within:shadow-[0_0_0_2px_var(--color-brand)] hover:shadow-[0_0_0_1px_var(--color-brand)] ${
        isDragging ? 'opacity-50' : ''
      }`}
    >
      <TemplatePreview which={which} title={name} {...(isGroup ? PICTURE : PAGE_PICTURE)} />
      <p className="m-0 truncate border-0 border-t border-solid border-line py-1.5 pr-8 pl-2.5 text-[13px] leading-5">
        {name}
      </p>
      <button
        ref={setNodeRef}
        type="button"
        data-rove={roveKey}
        tabIndex={isEntry ? 0 : -1}
        aria-label={t(isGroup ? 'insert' : 'replace', { name })}
        title={[description, t(isGroup ? 'insertHint' : 'replaceHint')].filter(Boolean).join('\n')}
        aria-disabled={!data}
        onClick={use}
        className={`absolute inset-0 border-0 bg-transparent outline-none ${isGroup ? 'cursor-grab' : 'cursor-pointer'}`}
        {...listeners}
      />
      {canChange && 'id' in which && <Changes id={which.id} name={name} isReachable={isEntry} />}
      {data && (
        <ReplacePage name={name} page={data.page} isOpen={isAsking} onClose={() => setAsking(false)} />
      )}
    </div>
  )
}

/** What who saved it can do with it. */
function Changes({ id, name, isReachable }: { id: string; name: string; isReachable: boolean }) {
  const t = useTranslations('editor.templates')
  const [change, setChange] = useState<'rename' | 'delete'>()
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            { key: 'rename', label: t('rename'), onClick: () => setChange('rename') },
            { key: 'delete', label: t('delete'), danger: true, onClick: () => setChange('delete') },
          ],
        }}
      >
        <Button
          type="text"
          size="small"
          className="absolute! right-1 bottom-1"
          icon={<MoreOutlined />}
          tabIndex={isReachable ? 0 : -1}
          aria-label={t('moreOf', { name })}
        />
      </Dropdown>
      <ManageTemplate id={id} name={name} change={change} onClose={() => setChange(undefined)} />
    </>
  )
}
