/** @jsxImportSource preact */
import { isSafeImage } from '../../schemas/safe-values'
import { LineIcon } from '../kit/line-icons'
import { linkHref } from '../kit/link-href'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import type { TabBarProps } from './definition'
import { viewMessages } from './messages'

type Entry = TabBarProps['entries'][number]

/** The bar lies over the page; the block below it keeps as much room at the page's end. */
export function View({ props: { entries } }: ViewProps<TabBarProps>) {
  const text = useMessages(viewMessages)
  const { isEditing } = useHost()
  return (
    <nav class={`zg-tabs${isEditing ? '' : ' zg-tabs-fixed'}`} aria-label={text.label}>
      <ul>
        {entries.map((entry, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be called the same.
          <li key={i}>
            <Tab entry={entry} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Tab({ entry: { label, icon, image, link, isCurrent } }: { entry: Entry }) {
  return (
    <a href={linkHref(link)} aria-current={isCurrent ? 'page' : undefined}>
      {icon !== 'own' ? (
        <LineIcon name={icon} />
      ) : image !== '' && isSafeImage(image) ? (
        <img src={image} alt="" width="24" height="24" decoding="async" />
      ) : (
        <i />
      )}
      <span>{label}</span>
    </a>
  )
}
