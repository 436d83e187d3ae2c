'use client'

import { LinkOutlined } from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import { pictureAttrs } from '@/widgets/kit/picture'
import { useEditor } from '../store/context'

/** Chinese characters that two lines of WeChat's card hold. */
const CHAT_TITLE = 28

/** The share card as WeChat shows it: to a friend, and as a line of Moments, cut as they cut it. */
export function ShareCard() {
  const t = useTranslations('editor.pageSettings.card')
  const { title, description, image } = useEditor((state) => state.page.share)
  const pageTitle = useEditor((state) => state.page.title)
  const shown = title.trim() || pageTitle
  return (
    <section aria-label={t('preview')} className="mt-4 flex flex-col gap-3" data-testid="share-preview">
      <figure className="m-0">
        <figcaption className="mb-1.5 text-xs leading-[18px] text-ink-faint">{t('chat')}</figcaption>
        <div className="flex items-start justify-end gap-2 rounded-lg bg-[#ededed] p-3">
          <div className="w-[220px] rounded-[4px] bg-white px-2.5 py-2 shadow-[0_1px_2px_rgb(0_0_0/0.06)]">
            <p className="m-0 line-clamp-2 text-[15px] leading-5 break-all text-[#111]">{shown}</p>
            <div className="mt-1 flex items-start gap-2">
              <p className="m-0 line-clamp-3 min-w-0 flex-1 text-[12px] leading-4 break-all text-[#737373]">
                {description}
              </p>
              <Thumb image={image} size={44} />
            </div>
          </div>
          <span
            aria-hidden="true"
            className="flex size-8 shrink-0 items-center justify-center rounded-[4px] bg-brand-soft text-xs font-medium text-brand-deep"
          >
            {t('me')}
          </span>
        </div>
      </figure>
      <figure className="m-0">
        <figcaption className="mb-1.5 text-xs leading-[18px] text-ink-faint">{t('moments')}</figcaption>
        <div className="rounded-lg border border-solid border-line bg-white p-3">
          <div className="flex items-center gap-2 bg-[#f7f7f7] p-1.5">
            <Thumb image={image} size={40} />
            <p className="m-0 line-clamp-2 min-w-0 flex-1 text-[13px] leading-[18px] break-all text-[#111]">
              {shown}
            </p>
          </div>
        </div>
      </figure>
      {title.trim() === '' && <Hint text={t('noTitle')} />}
      {[...shown].length > CHAT_TITLE && <Hint text={t('titleLeft', { most: CHAT_TITLE })} />}
      {image === '' && <Hint text={t('noImage')} />}
    </section>
  )
}

function Thumb({ image, size }: { image: string; size: number }) {
  if (image === '')
    return (
      <span
        aria-hidden="true"
        style={{ width: size, height: size }}
        className="flex shrink-0 items-center justify-center bg-[#e4e4e4] text-lg text-[#b2b2b2]"
      >
        <LinkOutlined />
      </span>
    )
  return (
    <img
      {...pictureAttrs(image, `${size}px`)}
      alt=""
      style={{ width: size, height: size }}
      className="shrink-0 object-cover"
    />
  )
}

function Hint({ text }: { text: string }) {
  return <p className="m-0 text-xs leading-[18px] text-ink-faint">{text}</p>
}
