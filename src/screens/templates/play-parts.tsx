'use client'

import { InputNumber } from 'antd'
import { useTranslations } from 'next-intl'
import { Money } from '@/components/money'
import type { StaffOutput } from '@/src/client/trpc'

export type Play = NonNullable<StaffOutput['templates']['show']['play']>
export type Stocks = Readonly<Record<string, number>>

const MOST = 1_000_000_000

/** What all the rewards would set aside in the budget, fen. */
function costFenOf({ rewards }: Play, stocks: Stocks): number {
  return rewards.reduce(
    (sum, { key, stock, reservedFenEach }) => sum + (stocks[key] ?? stock) * reservedFenEach,
    0,
  )
}

interface PlayPartsProps {
  play: Play
  stocks: Stocks
  onChange: (stocks: Stocks) => void
}

/** What a play template makes besides the page, how many of each, and what that would cost. */
export function PlayParts({ play, stocks, onChange }: PlayPartsProps) {
  const t = useTranslations('templates.use')
  const kinds = useTranslations('rewards.kinds')
  return (
    <section aria-label={t('makes')}>
      <h3 className="mt-0 mb-2 text-[13px] font-medium text-ink-soft">{t('makes')}</h3>
      <ul className="m-0 mb-3 flex list-none flex-wrap gap-1.5 p-0">
        {play.tools.map(({ name }) => (
          <li key={name} className="rounded bg-plaster px-2 text-[13px] leading-6 text-ink-soft">
            {name}
          </li>
        ))}
      </ul>
      <table className="w-full border-collapse text-[13px]">
        <thead>
          <tr className="text-left text-ink-faint">
            <th className="py-1 font-normal">{t('reward')}</th>
            <th className="w-32 py-1 text-right font-normal">{t('stock')}</th>
            <th className="w-32 py-1 text-right font-normal">{t('most')}</th>
          </tr>
        </thead>
        <tbody>
          {play.rewards.map(({ key, title, kind, stock, reservedFenEach }) => (
            <tr key={key} className="border-0 border-t border-solid border-line">
              <td className="py-1.5">
                {title}
                <span className="ml-2 text-ink-faint">{kinds(kind)}</span>
              </td>
              <td className="py-1 text-right">
                <InputNumber
                  size="small"
                  className="w-28! [&_input]:text-right!"
                  aria-label={t('stockOf', { name: title })}
                  min={0}
                  max={MOST}
                  precision={0}
                  value={stocks[key] ?? stock}
                  onChange={(value) => onChange({ ...stocks, [key]: value ?? stock })}
                />
              </td>
              <td className="py-1.5 text-right">
                <Money fen={(stocks[key] ?? stock) * reservedFenEach} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 mb-0 rounded-md bg-caution-soft px-3 py-2 text-[13px] leading-5 text-caution">
        {t.rich('cost', {
          fen: () => <Money fen={costFenOf(play, stocks)} className="font-medium" />,
        })}
      </p>
    </section>
  )
}
