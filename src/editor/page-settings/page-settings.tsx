'use client'

import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/fields/fields-form'
import type { FieldDescription } from '@/schemas/field'
import { DEFAULT_MAX_WIDTH } from '@/schemas/page'
import { renderImageLibrary } from '@/src/client/assets/render-image-library'
import { useUploadImage } from '@/src/client/use-upload-image'
import { Section } from '../inspector/section'
import { useEditor } from '../store/context'
import { PageLink } from './page-link'
import { ShareCard } from './share-card'
import { ThemePicker } from './theme-picker'
import { ThemeTokensForm } from './theme-tokens'
import { filled, usePageForm } from './use-page-form'

const BASICS: FieldDescription[] = [
  { name: 'title', optional: false, field: { kind: 'text', max: 60, multiline: false } },
]
const SHARE: FieldDescription[] = [
  { name: 'title', optional: false, field: { kind: 'text', max: 60, multiline: false } },
  { name: 'description', optional: false, field: { kind: 'text', max: 120, multiline: true } },
  { name: 'image', optional: false, field: { kind: 'image' } },
]
const BACKGROUND: FieldDescription[] = [
  { name: 'background', optional: true, field: { kind: 'colour' } },
  { name: 'backgroundImage', optional: true, field: { kind: 'image' } },
]
const FIT: FieldDescription[] = [
  { name: 'backgroundFit', optional: false, field: { kind: 'select', options: ['screen', 'width', 'tile'] } },
]
const WIDTH: FieldDescription[] = [
  {
    name: 'maxWidth',
    optional: true,
    field: { kind: 'number', unit: 'px', min: 320, max: 1_200, step: 20 },
  },
]

/** What is set of the page itself. */
export function PageSettings() {
  const t = useTranslations('editor.inspector')
  const own = useTranslations('editor.pageSettings')
  const uploadImage = useUploadImage()
  const title = useEditor((state) => state.page.title)
  const share = useEditor((state) => state.page.share)
  const settings = useEditor((state) => state.page.settings)
  const { background, backgroundImage, backgroundFit = 'width', maxWidth } = settings
  const basics = usePageForm(BASICS, { title }, 'title', (next) => next)
  const card = usePageForm(SHARE, share, 'share', (next) => ({ share: next }))
  const ground = usePageForm(
    BACKGROUND,
    { background, backgroundImage: backgroundImage ?? '' },
    'background',
    (next) => ({ settings: { ...without(settings, ['background', 'backgroundImage']), ...filled(next) } }),
  )
  const fit = usePageForm(FIT, { backgroundFit }, 'background', (next) => ({
    settings: { ...settings, ...next },
  }))
  const width = usePageForm(WIDTH, { maxWidth }, 'maxWidth', (next) => ({
    settings: { ...without(settings, ['maxWidth']), ...filled(next) },
  }))

  return (
    <>
      <header className="border-0 border-b border-solid border-line px-4 py-3">
        <h2 className="m-0 text-[15px] leading-6 font-semibold text-ink">{t('pageTitle')}</h2>
        <p className="m-0 text-xs leading-5 text-ink-faint">{t('pageHint')}</p>
      </header>
      <Section place="title">
        <div data-field="title">
          <FieldsForm {...basics} labels={{ fields: { title: t('title') } }} isCompact />
        </div>
        <PageLink />
      </Section>
      <Section title={t('theme')}>
        <ThemePicker />
      </Section>
      <Section title={own('tokens.section')} place="settings">
        <ThemeTokensForm />
      </Section>
      <Section title={own('background.section')} place="background">
        <div className="flex flex-col gap-4">
          <FieldsForm
            {...ground}
            labels={{
              fields: { background: own('background.colour'), backgroundImage: own('background.image') },
            }}
            isCompact
            uploadImage={uploadImage}
            renderImageLibrary={renderImageLibrary}
          />
          {backgroundImage && (
            <FieldsForm
              {...fit}
              labels={{
                fields: { backgroundFit: own('background.fit') },
                options: {
                  backgroundFit: {
                    screen: own('background.fits.screen'),
                    width: own('background.fits.width'),
                    tile: own('background.fits.tile'),
                  },
                },
              }}
              isCompact
            />
          )}
        </div>
      </Section>
      <Section title={t('share')} place="share">
        <FieldsForm
          {...card}
          labels={{
            fields: { title: t('shareTitle'), description: t('shareDescription'), image: t('shareImage') },
          }}
          isCompact
          uploadImage={uploadImage}
          renderImageLibrary={renderImageLibrary}
        />
        <ShareCard />
      </Section>
      <Section title={own('width.section')} place="maxWidth">
        <FieldsForm {...width} labels={{ fields: { maxWidth: own('width.label') } }} isCompact />
        <p className="mt-2 mb-0 text-xs leading-[18px] text-ink-faint">
          {own('width.hint', { width: DEFAULT_MAX_WIDTH })}
        </p>
      </Section>
    </>
  )
}

function without<T extends object>(values: T, names: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !names.includes(name as keyof T)),
  ) as Partial<T>
}
