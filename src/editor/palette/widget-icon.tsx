import { definitionOf } from '@/src/document'
import { definitions } from '@/widgets/registry.definitions.gen'

/** For widgets that bring no picture of their own, by their group; the last for unknown ones. */
const FALLBACKS = {
  content: 'M5 5h14v14H5z M8 10h8 M8 14h5',
  layout: 'M4 5h7v14H4z M13 5h7v14h-7z',
  marketing: 'M4 9h16v11H4z M4 9l2-4h12l2 4 M12 9v11',
  unknown: 'M5 5h14v14H5z M10 10a2 2 0 1 1 2.6 1.9c-.4.1-.6.4-.6.8v.6 M12 16.2v.1',
}

/** A widget's picture: a line drawing on a 24 px grid, in the colour of the text around it. */
export function WidgetIcon({
  type,
  size = 18,
  className,
}: {
  type: string
  size?: number
  className?: string
}) {
  const definition = definitionOf(definitions, type)
  const path = definition?.icon ?? FALLBACKS[definition?.group ?? 'unknown']
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={`shrink-0 ${className ?? ''}`}
    >
      <path d={path} />
    </svg>
  )
}
