/** @jsxImportSource preact */
import { isSafeImage } from '../../schemas/safe-values'
import { linkHref } from '../kit/link-href'
import { pictureAttrs } from '../kit/picture'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import type { CarouselProps } from './definition'
import { viewMessages } from './messages'
import { turnTo, useTurning } from './use-turning'

type Slide = CarouselProps['slides'][number]

/**
 * A strip that is swiped sideways, which needs no script; dots are links to the pictures. The
 * script turns the pages, tells which one is seen and goes round in a circle.
 */
export function View({ props, blockId }: ViewProps<CarouselProps>) {
  const text = useMessages(viewMessages)
  const { isEditing } = useHost()
  const slides = props.slides.filter(({ image }) => image !== '' && isSafeImage(image))
  const count = slides.length
  const { strip, isLive, here } = useTurning(count, isEditing ? 0 : props.seconds)
  if (count === 0 && !isEditing) return null

  const [first] = slides
  return (
    <div style={props.padding ? { padding: `${props.padding}px` } : undefined}>
      <section
        class="zg-carousel"
        aria-label={text.name}
        style={{ borderRadius: `${props.radius}px`, paddingTop: `${(props.height / props.width) * 100}%` }}
      >
        {first ? (
          <>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
            <ul class="zg-carousel-strip" ref={strip} tabIndex={0}>
              {slides.map((slide, i) => (
                <li
                  // biome-ignore lint/suspicious/noArrayIndexKey: a slide has no other name.
                  key={i}
                  id={`${blockId}-${i + 1}`}
                  class="zg-carousel-slide"
                >
                  <Picture slide={slide} isFirst={i === 0} />
                </li>
              ))}
              {/* The first once more behind the last: going on from there needs no way back. */}
              {isLive && (
                <li class="zg-carousel-slide" aria-hidden="true">
                  <Picture slide={first} isFirst={false} isCopy />
                </li>
              )}
            </ul>
            {count > 1 && (
              <div class={`zg-carousel-dots${isLive ? ' zg-carousel-live' : ''}`}>
                {slides.map((_, i) => (
                  <a
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                    key={i}
                    class={i === here ? 'zg-carousel-here' : undefined}
                    href={`#${blockId}-${i + 1}`}
                    aria-label={text.slide(i + 1, count)}
                    aria-current={i === here}
                    onClick={(event) => {
                      event.preventDefault()
                      turnTo(strip.current, i)
                    }}
                  >
                    <i />
                  </a>
                ))}
              </div>
            )}
          </>
        ) : (
          <p class="zg-carousel-empty">{text.empty}</p>
        )}
      </section>
    </div>
  )
}

function Picture({ slide, isFirst, isCopy }: { slide: Slide; isFirst: boolean; isCopy?: boolean }) {
  const href = linkHref(slide.link)
  const picture = (
    <img
      {...pictureAttrs(slide.image)}
      alt={isCopy ? '' : slide.alt}
      loading={isFirst ? 'eager' : 'lazy'}
      fetchpriority={isFirst ? 'high' : undefined}
      decoding="async"
      draggable={false}
    />
  )
  if (!href) return picture
  return (
    <a href={href} tabIndex={isCopy ? -1 : undefined}>
      {picture}
    </a>
  )
}
