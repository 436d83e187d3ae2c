'use client'

import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  BoldOutlined,
  ClearOutlined,
  ItalicOutlined,
  OrderedListOutlined,
  StrikethroughOutlined,
  UnderlineOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import { type ChainedCommands, useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent, ReactNode } from 'react'
import { RichTextInkMenu } from './rich-text-ink-menu'
import { RichTextLinkMenu } from './rich-text-link-menu'
import type { ToolbarPartProps } from './rich-text-props'
import { ToolButton } from './rich-text-tool-button'

interface Tool {
  name: 'large' | 'small' | 'bold' | 'italic' | 'underline' | 'strike' | 'bullet' | 'number'
  icon: ReactNode
  active: [string, object?]
  change: (chain: ChainedCommands) => ChainedCommands
}

const MARKS: Tool[] = [
  { name: 'bold', icon: <BoldOutlined />, active: ['bold'], change: (chain) => chain.toggleBold() },
  { name: 'italic', icon: <ItalicOutlined />, active: ['italic'], change: (chain) => chain.toggleItalic() },
  {
    name: 'underline',
    icon: <UnderlineOutlined />,
    active: ['underline'],
    change: (chain) => chain.toggleUnderline(),
  },
  {
    name: 'strike',
    icon: <StrikethroughOutlined />,
    active: ['strike'],
    change: (chain) => chain.toggleStrike(),
  },
]

const BLOCKS: Tool[] = [
  {
    name: 'large',
    icon: <span className="text-[15px] font-bold">H</span>,
    active: ['heading', { level: 2 }],
    change: (chain) => chain.toggleHeading({ level: 2 }),
  },
  {
    name: 'small',
    icon: <span className="text-xs font-bold">H</span>,
    active: ['heading', { level: 3 }],
    change: (chain) => chain.toggleHeading({ level: 3 }),
  },
  {
    name: 'bullet',
    icon: <UnorderedListOutlined />,
    active: ['bulletList'],
    change: (chain) => chain.toggleBulletList(),
  },
  {
    name: 'number',
    icon: <OrderedListOutlined />,
    active: ['orderedList'],
    change: (chain) => chain.toggleOrderedList(),
  },
]

const ALIGNMENTS = [
  { name: 'left', icon: <AlignLeftOutlined />, align: null },
  { name: 'center', icon: <AlignCenterOutlined />, align: 'center' },
  { name: 'right', icon: <AlignRightOutlined />, align: 'right' },
] as const

/** The arrow keys go from tool to tool. */
export function RichTextToolbar({ editor, isDisabled, onPress }: ToolbarPartProps) {
  const t = useTranslations('fields.richText')
  const active = useEditorState({
    editor,
    selector: ({ editor }) => {
      const of = (tools: Tool[]) =>
        tools.filter((tool) => editor.isActive(...tool.active)).map(({ name }) => name)
      const align = ALIGNMENTS.find((each) => each.align && editor.isActive({ align: each.align }))
      return [...of(MARKS), ...of(BLOCKS), align?.name ?? 'left'].join(' ')
    },
  }).split(' ')
  const run = (change: Tool['change']) => onPress(() => change(editor.chain().focus()).run())
  const align = ALIGNMENTS.find(({ name }) => active.includes(name))?.align ?? null
  // Another kind of block begins with attributes of its own: the alignment is taken along.
  const keepingAlign = (tool: Tool): Tool => ({
    ...tool,
    change: (chain) => tool.change(chain).setAlign(align),
  })
  const button = ({ name, icon, change }: Tool) => (
    <ToolButton
      key={name}
      label={t(name)}
      icon={icon}
      isActive={active.includes(name)}
      isDisabled={isDisabled}
      onClick={() => run(change)}
    />
  )
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar')}
      className="flex flex-wrap items-center gap-0.5 border-0 border-b border-solid border-line bg-[#faf9f6] p-1"
      onKeyDown={moveBetweenTools}
    >
      {MARKS.map(button)}
      <RichTextInkMenu editor={editor} isDisabled={isDisabled} onPress={onPress} />
      <RichTextLinkMenu editor={editor} isDisabled={isDisabled} onPress={onPress} />
      {BLOCKS.map(keepingAlign).map(button)}
      {ALIGNMENTS.map(({ name, icon, align: chosen }) => (
        <ToolButton
          key={name}
          label={t(name)}
          icon={icon}
          isActive={active.includes(name)}
          isDisabled={isDisabled}
          onClick={() => run((chain) => chain.setAlign(chosen))}
        />
      ))}
      <ToolButton
        label={t('clear')}
        icon={<ClearOutlined />}
        isDisabled={isDisabled}
        onClick={() => run((chain) => chain.unsetAllMarks().clearNodes().setAlign(null))}
      />
    </div>
  )
}

function moveBetweenTools(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }
  const step = steps[key]
  // What a tool opens is not in the bar, though its events come through here.
  if (step === undefined || !currentTarget.contains(target as Node)) return
  event.preventDefault()
  const tools = [...currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
  const next = tools[(tools.indexOf(target as HTMLButtonElement) + step + tools.length) % tools.length]
  next?.focus()
}
