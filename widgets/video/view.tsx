/** @jsxImportSource preact */
import { isSafeImage, isSafeLink } from '../../schemas/safe-values'
import { EmptyPicture } from '../kit/empty-picture'
import { pictureAttrs } from '../kit/picture'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import type { VideoProps } from './definition'
import { viewMessages } from './messages'
import { isPlayable, isPlaylist } from './source'

/** Stays on the page while it plays, in the web-views of old phones and of WeChat as well. */
const INLINE = {
  playsinline: true,
  'webkit-playsinline': 'true',
  'x5-playsinline': 'true',
  'x5-video-player-type': 'h5-page',
}

/** The browser's own player. Nothing of the video is loaded before it is asked for. */
export function View({ props }: ViewProps<VideoProps>) {
  const text = useMessages(viewMessages)
  const { isEditing } = useHost()
  const { src, poster, caption } = props
  const isShown = src !== '' && isSafeLink(src) && isPlayable(src)
  if (!isShown && !isEditing) return null

  const ratio = props.height / props.width
  const style = props.radius ? { borderRadius: `${props.radius}px` } : undefined
  // With sound no browser starts by itself, so muted is part of it.
  const startsItself = props.autoplay && !isEditing
  const link = (
    <a href={src} target="_blank" rel="noreferrer">
      {text.open}
    </a>
  )
  return (
    <figure style={props.padding ? { padding: `${props.padding}px` } : undefined}>
      {isShown ? (
        <div class="zg-video-frame" style={{ ...style, paddingTop: `${ratio * 100}%` }}>
          <video
            {...INLINE}
            src={src}
            poster={poster !== '' && isSafeImage(poster) ? pictureAttrs(poster).src : undefined}
            aria-label={caption || text.name}
            controls
            preload="none"
            autoplay={startsItself}
            muted={props.muted || startsItself}
            loop={props.loop}
          >
            {link}
          </video>
        </div>
      ) : (
        <EmptyPicture label={text.empty} ratio={ratio} style={style} />
      )}
      {(caption || (isShown && isPlaylist(src))) && (
        <div class="zg-video-foot">
          <figcaption>{caption}</figcaption>
          {isShown && isPlaylist(src) && link}
        </div>
      )}
    </figure>
  )
}
