import { Extension, type Extensions, Mark } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { isSafeLink } from '@/schemas/primitives'
import { isInk } from './rich-text-conversion'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    richText: {
      /** Aligns the paragraphs and headings of the selection; null is where they begin. */
      setAlign: (align: 'center' | 'right' | null) => ReturnType
    }
  }
}

const ALIGNED = ['paragraph', 'heading']

const Align = Extension.create({
  name: 'align',
  addGlobalAttributes() {
    const align = {
      default: null,
      parseHTML: ({ style }: HTMLElement) =>
        /^(center|right)$/.test(style.textAlign) ? style.textAlign : null,
      renderHTML: ({ align }: Record<string, unknown>) => (align ? { style: `text-align: ${align}` } : {}),
    }
    return [{ types: ALIGNED, attributes: { align } }]
  },
  addCommands() {
    return {
      setAlign:
        (align) =>
        ({ commands }) =>
          ALIGNED.map((type) => commands.updateAttributes(type, { align })).some(Boolean),
    }
  },
})

/** How the theme's colours are shown here, where the page's theme does not reach. */
export const INK_SAMPLES: Record<string, string> = { brand: '#d0104c', accent: '#a56a00', muted: '#78807c' }

/** Colours come from our own marks alone: those of a pasted page are left behind. */
const Ink = Mark.create({
  name: 'ink',
  addAttributes() {
    return {
      colour: {
        default: null,
        parseHTML: ({ dataset }) => (isInk(dataset.ink) ? dataset.ink : null),
        renderHTML: ({ colour }) => ({
          'data-ink': colour,
          style: `color: ${INK_SAMPLES[colour] ?? colour}`,
        }),
      },
    }
  },
  parseHTML: () => [{ tag: 'span[data-ink]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})

/** Just what our document can hold. */
export const richTextExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      autolink: false,
      linkOnPaste: true,
      isAllowedUri: (url) => isSafeLink(url),
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  Align,
  Ink,
]

/**
 * Pasted HTML brought to the headings we have, without what is no text. The document it is read
 * into is inert: nothing in it loads or runs.
 */
export function reducedHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const element of body.querySelectorAll(
    'script,style,title,template,noscript,svg,math,iframe,object',
  )) {
    element.remove()
  }
  for (const heading of body.querySelectorAll('h1,h4,h5,h6')) {
    const mine = body.ownerDocument.createElement(heading.tagName === 'H1' ? 'h2' : 'h3')
    mine.append(...heading.childNodes)
    heading.replaceWith(mine)
  }
  // The cells of a row become one line.
  for (const cell of body.querySelectorAll('td,th')) cell.append(' ')
  return body.innerHTML
}
