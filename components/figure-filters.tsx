export interface Figure<Key extends string> {
  key: Key
  label: string
  /** The large print; undefined while it is not known. */
  value: string | undefined
  note?: string
  isUrgent?: boolean
}

interface FigureFiltersProps<Key extends string> {
  /** What is counted; the group's accessible name. */
  label: string
  figures: Figure<Key>[]
  chosen: string
  /** Shows what one figure counts, or everything. */
  onChoose: (key: Key | undefined) => void
}

/** How much stands where; each figure shows what it counts. */
export function FigureFilters<Key extends string>({
  label,
  figures,
  chosen,
  onChoose,
}: FigureFiltersProps<Key>) {
  return (
    <fieldset
      className={`m-0 mb-6 grid gap-4 border-0 p-0 max-xl:grid-cols-3 ${figures.length > 5 ? 'grid-cols-6' : 'grid-cols-5'}`}
      aria-label={label}
    >
      {figures.map(({ key, label: name, value, note, isUrgent }) => {
        const isChosen = chosen === key
        return (
          <button
            key={key}
            type="button"
            aria-pressed={isChosen}
            onClick={() => onChoose(isChosen ? undefined : key)}
            className={`flex cursor-pointer flex-col rounded-lg border border-solid px-5 py-4 text-left transition-colors hover:border-brand ${
              isChosen ? 'border-brand bg-brand-soft' : 'border-line bg-white'
            }`}
          >
            <span className="block text-[13px] text-ink-soft">{name}</span>
            <span
              className={`mt-1 block text-xl leading-8 font-semibold tabular-nums ${isUrgent ? 'text-negative' : 'text-ink'}`}
            >
              {value ?? '—'}
            </span>
            {note && <span className="block text-[13px] text-ink-faint tabular-nums">{note}</span>}
          </button>
        )
      })}
    </fieldset>
  )
}
