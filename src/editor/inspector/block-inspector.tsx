'use client'

import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import { FieldsForm } from '@/components/fields/fields-form'
import { patched } from '@/components/fields/patched'
import type { ActionsFieldProps } from '@/components/fields/types'
import { useProblemWords } from '@/components/fields/use-problem-words'
import type { Block } from '@/schemas/page'
import { renderImageLibrary } from '@/src/client/assets/render-image-library'
import { useUploadImage } from '@/src/client/use-upload-image'
import { ancestorsOf, currentDefinition, definitionOf, isLocked } from '@/src/document'
import { describeFields } from '@/widgets/kit/describe-fields'
import { BindingSection } from '../binding/binding-section'
import { PartActions } from '../binding/part-actions'
import { ConditionSection } from '../conditions/condition-section'
import { stepBlock } from '../store/commands'
import { useEditor, useEditorStore } from '../store/context'
import { editProps } from '../store/edit-props'
import { useSayResult } from '../use-say-result'
import { useWords } from '../words'
import { BlockHeader } from './block-header'
import { BlockLook } from './block-look'
import { Section } from './section'
import type { ToolDrawer } from './tool-drawer'
import { ToolSection } from './tool-section'
import { usePageAnchors } from './use-page-anchors'

/** Everything that can be set of one block. */
export function BlockInspector({ block, ToolDrawer }: { block: Block; ToolDrawer: ToolDrawer }) {
  const { definitions } = useEditorStore()
  const locked = useEditor((state) => isLocked(state.page, block.id))
  const definition = currentDefinition(definitions, block)
  return (
    <>
      <BlockHeader block={block} />
      {locked && <LockedNotice block={block} />}
      {definition ? (
        <>
          {definition.usesTool && <ToolSection block={block} isDisabled={locked} ToolDrawer={ToolDrawer} />}
          <PropsForm block={block} isDisabled={locked} />
        </>
      ) : (
        <UneditableNotice block={block} />
      )}
      {definition && <BindingSection block={block} isDisabled={locked} />}
      <ConditionSection block={block} isDisabled={locked} />
      <BlockLook block={block} isDisabled={locked} />
    </>
  )
}

/** The form generated from the widget's props, with what was refused beside the fields. */
function PropsForm({ block, isDisabled }: { block: Block; isDisabled: boolean }) {
  const store = useEditorStore()
  const { ofWidget } = useWords()
  const { errorsOf } = useProblemWords()
  const uploadImage = useUploadImage()
  const anchors = usePageAnchors(block.id)
  const definition = definitionOf(store.definitions, block.type)
  const fields = useMemo(() => (definition ? describeFields(definition.props) : []), [definition])
  const refused = useEditor((state) => state.refused[block.id])
  const value = refused ? patched(block.props, refused.values) : block.props
  const errors = useMemo(
    () => (refused ? errorsOf(refused.problems, fields) : undefined),
    [refused, errorsOf, fields],
  )
  const renderActions = useCallback(
    (actions: ActionsFieldProps) => <PartActions block={block} {...actions} />,
    [block],
  )
  const words = ofWidget(block.type)
  if (fields.length === 0 || !words) return null
  return (
    <Section place="props">
      <FieldsForm
        fields={fields}
        value={value}
        labels={words}
        errors={errors}
        isDisabled={isDisabled}
        isCompact
        uploadImage={uploadImage}
        renderImageLibrary={renderImageLibrary}
        anchors={anchors}
        renderActions={renderActions}
        onChange={(_, change) => editProps(store, block.id, change)}
      />
    </Section>
  )
}

function LockedNotice({ block }: { block: Block }) {
  const store = useEditorStore()
  const t = useTranslations('editor.inspector')
  const { blockName } = useWords()
  const say = useSayResult()
  const holder = useEditor(({ page }) =>
    ancestorsOf(page, block.id)
      .map((id) => page.blocks[id])
      .find((ancestor) => ancestor?.locked),
  )
  return (
    <div
      role="status"
      className="mx-4 mt-4 flex items-start gap-3 rounded-md bg-caution-soft px-3 py-2.5 text-caution"
    >
      <div className="min-w-0 flex-1 text-[13px] leading-5">
        <strong className="font-medium">{t('lockedTitle')}</strong>
        <div>{holder ? t('lockedByParent', { name: blockName(holder) }) : t('lockedText')}</div>
      </div>
      {!holder && (
        <Button
          size="small"
          onClick={() =>
            say(
              store.change({
                operation: { kind: 'setBlock', id: block.id, patch: { locked: undefined } },
                name: { verb: 'unlock', block: stepBlock(store.getState().page, block.id) },
              }),
            )
          }
        >
          {t('unlock')}
        </Button>
      )}
    </div>
  )
}

/** For widgets this build does not know, and data it cannot read: kept, and said so. */
function UneditableNotice({ block }: { block: Block }) {
  const { definitions } = useEditorStore()
  const t = useTranslations('editor.inspector')
  const definition = definitionOf(definitions, block.type)
  const why = !definition
    ? 'unknown_widget'
    : block.version > definition.version
      ? 'newer_version'
      : 'outdated'
  return (
    <div
      role="status"
      className="m-4 rounded-md bg-caution-soft px-3 py-2.5 text-[13px] leading-5 text-caution"
    >
      <strong className="font-medium">{t('unknownTitle')}</strong>
      <div>{t(why, { type: block.type })}</div>
    </div>
  )
}
