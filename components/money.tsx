const yuanFormat = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Fen as yuan for people: `¥1,234.50`. */
export function formatFen(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  return `${sign}¥${yuanFormat.format(Math.abs(fen) / 100)}`
}

/** Fen as yuan without needless zeros, for coupons and sentences: `¥20`, `¥9.90`. */
export function formatFenShort(fen: number): string {
  return fen % 100 === 0 ? formatFen(fen).slice(0, -3) : formatFen(fen)
}

/** A typed amount in yuan (`1234.5`) in fen, digit by digit: no binary fraction is rounded. */
export function fenOfYuan(yuan: string): number {
  const [whole = '', fraction = ''] = yuan.split('.')
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2))
}

/** An amount of money, its digits in columns. Put it in a right-aligned cell. */
export function Money({ fen, className = '' }: { fen: number; className?: string }) {
  return <span className={`whitespace-nowrap tabular-nums ${className}`}>{formatFen(fen)}</span>
}
