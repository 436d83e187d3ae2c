'use client'

import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { countCharacters, MAX_RICH_CHARACTERS, type RichText } from '@/schemas/rich-text'
import { useFieldContext } from './field-context'
import { fromEditorDocument, toEditorDocument } from './rich-text-conversion'
import { reducedHtml, richTextExtensions } from './rich-text-extensions'
import type { RichTextFieldProps } from './rich-text-props'
import { RichTextToolbar } from './rich-text-toolbar'

/** About what the canvas shows; the reset has taken the browser's own looks away. */
const PROSE =
  'max-h-[420px] overflow-y-auto text-sm leading-6 text-ink [&_.tiptap]:min-h-40 [&_.tiptap]:px-3 [&_.tiptap]:py-2 [&_.tiptap]:outline-none [&_.tiptap]:break-words [&_.tiptap]:whitespace-pre-wrap [&_a]:text-brand [&_a]:underline [&_h2]:my-1 [&_h2]:text-lg [&_h2]:font-bold [&_h3]:my-1 [&_h3]:text-[15px] [&_h3]:font-semibold [&_ol]:my-0 [&_ol]:list-decimal [&_ol]:pl-5 [&_p]:my-0.5 [&_ul]:my-0 [&_ul]:list-disc [&_ul]:pl-5'

/** Shown from here on: before, nobody needs to be told. */
const COUNT_FROM = MAX_RICH_CHARACTERS * 0.8

/** The text as it will look, more or less: the canvas shows it in the page's theme. */
export default function RichTextEditor({
  id,
  label,
  value,
  optional,
  errorId,
  onChange,
}: RichTextFieldProps) {
  const { isDisabled } = useFieldContext()
  const t = useTranslations('fields.richText')
  const text = Array.isArray(value) ? (value as RichText) : []
  /** What the editor shows, as our own text: another value comes from outside, as an undo does. */
  const shown = useRef(JSON.stringify(text))
  /** A press on the toolbar is a step of its own; what is typed goes together. */
  const isPress = useRef(false)
  const commit = useRef(onChange)

  const editor = useEditor({
    extensions: richTextExtensions,
    content: toEditorDocument(text),
    editable: !isDisabled,
    immediatelyRender: false,
    editorProps: {
      transformPastedHTML: reducedHtml,
      attributes: { id, role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
    },
    onUpdate: ({ editor }) => report(editor),
  })

  function report(editor: Editor | null) {
    // The letters of an unfinished Chinese word belong neither in the page nor in its history.
    if (!editor || editor.isDestroyed || editor.view.composing) return
    const next = fromEditorDocument(editor.getJSON())
    const json = JSON.stringify(next)
    if (json === shown.current) return
    shown.current = json
    commit.current(optional && next.length === 0 ? undefined : next, !isPress.current)
  }

  useEffect(() => {
    commit.current = onChange
  })
  useEffect(() => {
    const json = JSON.stringify(text)
    if (!editor || json === shown.current) return
    shown.current = json
    editor.commands.setContent(toEditorDocument(text), { emitUpdate: false })
  }, [editor, text])
  useEffect(() => {
    editor?.setEditable(!isDisabled, false)
  }, [editor, isDisabled])
  useEffect(() => {
    if (!editor) return
    const { dom } = editor.view
    dom.setAttribute('aria-invalid', String(errorId !== undefined))
    if (errorId) dom.setAttribute('aria-describedby', errorId)
    else dom.removeAttribute('aria-describedby')
  }, [editor, errorId])

  const count = countCharacters(text)
  return (
    <div
      className={`overflow-hidden rounded-md border border-solid bg-white focus-within:border-brand ${errorId ? 'border-negative' : 'border-[#d5d6d0]'}`}
      // Some input methods end a word without another change of the text.
      onCompositionEnd={() => setTimeout(() => report(editor))}
    >
      {editor && (
        <RichTextToolbar
          editor={editor}
          isDisabled={isDisabled}
          onPress={(press) => {
            isPress.current = true
            press()
            isPress.current = false
          }}
        />
      )}
      <EditorContent editor={editor} className={PROSE} />
      {count > COUNT_FROM && (
        <p className="m-0 border-0 border-t border-solid border-line px-2.5 py-1 text-right text-xs text-ink-faint tabular-nums">
          {t('count', { count, max: MAX_RICH_CHARACTERS })}
        </p>
      )}
    </div>
  )
}
