import { useTranslations } from 'next-intl'
import { BrandMark } from '@/components/brand'

/** The frame before it is known who is signed in: the same shapes, nothing to press. */
export function ShellSkeleton() {
  const t = useTranslations('shell')
  return (
    <div className="flex min-h-dvh" role="status" aria-label={t('loading')}>
      <div className="w-54 shrink-0 border-r border-line bg-[#fbfaf7] px-3 max-lg:hidden">
        <div className="mb-2 flex h-14 items-center gap-2.5 px-2">
          <BrandMark />
          <span className="text-[17px] font-semibold tracking-wide">{t('brand')}</span>
        </div>
        {Array.from({ length: 6 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing but the number tells them apart.
          <div key={index} className="mx-3 my-3.5 h-3.5 w-24 rounded bg-black/5" />
        ))}
      </div>
      <div className="flex-1">
        <div className="h-14 border-b border-line bg-white" />
        <div className="mx-auto max-w-[1280px] px-8 py-6">
          <div className="h-6 w-40 rounded bg-black/6" />
          <div className="mt-3 h-4 w-72 rounded bg-black/4" />
        </div>
      </div>
    </div>
  )
}
