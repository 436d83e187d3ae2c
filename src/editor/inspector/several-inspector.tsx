'use client'

import {
  CopyOutlined,
  DeleteOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  LockOutlined,
  UnlockOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { FieldsForm } from '@/components/fields/fields-form'
import type { FieldChange } from '@/components/fields/types'
import type { FieldDescription } from '@/schemas/field'
import type { BlockId } from '@/schemas/page'
import { useUploadImage } from '@/src/client/use-upload-image'
import { blockOf, isLocked } from '@/src/document'
import type { ChangeResult } from '../store/change'
import { duplicateBlocks, removeBlocks, setOnBlocks } from '../store/commands'
import { useEditor, useEditorStore } from '../store/context'
import { useSayResult } from '../use-say-result'
import { useWords } from '../words'
import { LOOK } from './block-look'
import { setPropsOfAll, setStyleOfAll } from './edit-several'
import { Section } from './section'
import { sharedFields, sharedValues } from './shared-values'
import { useRefusableForm } from './use-refusable-form'

/** What can be set of several blocks at once: what they share. */
export function SeveralInspector({ ids }: { ids: readonly BlockId[] }) {
  const store = useEditorStore()
  const t = useTranslations('editor.inspector')
  const { ofWidget } = useWords()
  const page = useEditor((state) => state.page)
  const blocks = ids.flatMap((id) => blockOf(page, id) ?? [])
  const types = blocks.map(({ type, version }) => `${type} ${version}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields are those of the widgets, whatever the values.
  const fields = useMemo(() => sharedFields(store.definitions, blocks), [store, types])
  const isDisabled = ids.some((id) => isLocked(page, id))
  const words = ofWidget(blocks[0]?.type ?? '')
  return (
    <>
      <Header ids={ids} />
      {isDisabled && (
        <p
          role="status"
          className="mx-4 mt-4 mb-0 rounded-md bg-caution-soft px-3 py-2.5 text-[13px] leading-5 text-caution"
        >
          {t('someLocked')}
        </p>
      )}
      {fields.length > 0 && words && (
        <Section title={t('shared')}>
          <SharedForm
            fields={fields}
            objects={blocks.map(({ props }) => props)}
            labels={words.fields}
            options={words.options}
            groups={words.groups}
            isDisabled={isDisabled}
            onChange={(change) => setPropsOfAll(store, ids, change)}
          />
        </Section>
      )}
      {fields.length === 0 && (
        <p className="m-0 px-4 pt-4 text-[13px] leading-5 text-ink-faint">{t('nothingShared')}</p>
      )}
      <Section title={t('look')}>
        <SharedForm
          fields={LOOK}
          objects={blocks.map(({ style }) => style ?? {})}
          labels={{
            marginTop: t('marginTop'),
            marginBottom: t('marginBottom'),
            background: t('background'),
          }}
          isDisabled={isDisabled}
          onChange={(change) => setStyleOfAll(store, ids, change)}
        />
      </Section>
    </>
  )
}

interface SharedFormProps {
  fields: readonly FieldDescription[]
  objects: readonly Readonly<Record<string, unknown>>[]
  labels: Readonly<Record<string, string>>
  options?: Readonly<Record<string, Readonly<Record<string, string>>>>
  groups?: Readonly<Record<string, string>>
  isDisabled: boolean
  onChange: (change: FieldChange) => ChangeResult
}

/** A form over what the objects agree on; where they do not, the label says so and the field is empty. */
function SharedForm({ fields, objects, labels, options, groups, isDisabled, onChange }: SharedFormProps) {
  const t = useTranslations('editor.inspector')
  const uploadImage = useUploadImage()
  const names = fields.map(({ name }) => name)
  const { values, mixed } = sharedValues(objects, names)
  const form = useRefusableForm(fields, values, (_, change) => onChange(change))
  const marked = Object.fromEntries(
    Object.entries(labels).map(([name, label]) => [
      name,
      mixed.has(name) ? t('severalValues', { label }) : label,
    ]),
  )
  return (
    <FieldsForm
      {...form}
      labels={{ fields: marked, options, groups }}
      isDisabled={isDisabled}
      isCompact
      uploadImage={uploadImage}
    />
  )
}

function Header({ ids }: { ids: readonly BlockId[] }) {
  const store = useEditorStore()
  const t = useTranslations('editor.inspector')
  const { widgetName } = useWords()
  const say = useSayResult()
  const page = useEditor((state) => state.page)
  const blocks = ids.flatMap((id) => blockOf(page, id) ?? [])
  const isHidden = blocks.every(({ hidden }) => hidden === true)
  const locked = blocks.every((block) => block.locked === true)
  const counts = new Map<string, number>()
  for (const { type } of blocks) counts.set(type, (counts.get(type) ?? 0) + 1)
  const kinds = [...counts].map(([type, count]) => t('kindOf', { name: widgetName(type), count }))
  return (
    <header className="border-0 border-b border-solid border-line px-4 pt-4 pb-3">
      <h2 className="m-0 text-[15px] leading-6 font-semibold text-ink">
        {t('several', { count: ids.length })}
      </h2>
      <p className="mt-0.5 mb-3 line-clamp-2 text-xs leading-5 text-ink-faint">{kinds.join(t('kindJoin'))}</p>
      <div className="grid grid-cols-2 gap-2">
        <Button
          icon={isHidden ? <EyeOutlined /> : <EyeInvisibleOutlined />}
          onClick={() => say(setOnBlocks(store, ids, { hidden: !isHidden }))}
        >
          {t(isHidden ? 'showAll' : 'hideAll')}
        </Button>
        <Button
          icon={locked ? <UnlockOutlined /> : <LockOutlined />}
          onClick={() => say(setOnBlocks(store, ids, { locked: !locked }))}
        >
          {t(locked ? 'unlockAll' : 'lockAll')}
        </Button>
        <Button icon={<CopyOutlined />} onClick={() => say(duplicateBlocks(store, ids))}>
          {t('duplicateAll')}
        </Button>
        <Button danger icon={<DeleteOutlined />} onClick={() => say(removeBlocks(store, ids))}>
          {t('removeAll')}
        </Button>
      </div>
    </header>
  )
}
