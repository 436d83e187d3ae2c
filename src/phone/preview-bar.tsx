/** @jsxImportSource preact */
import { LUCKS, MOMENTS, SITUATIONS, VIEWERS, type Viewpoint } from '../../schemas/viewpoint-parts'
import type { Locale } from '../../widgets/kit/messages'
import { previewWords } from './preview-words'

interface PreviewBarProps {
  locale: Locale
  viewpoint: Viewpoint
  /** Told what was chosen, and only that: what was chosen just before may not be drawn yet. */
  onChange: (chosen: Partial<Viewpoint>) => void
}

/** Says that the page is a draft, and lets it be seen as somebody else, at another time. */
export function PreviewBar({ locale, viewpoint, onChange }: PreviewBarProps) {
  const say = previewWords[locale]
  return (
    <details class="zg-preview-bar">
      <summary>{say.label}</summary>
      <p>{say.hint}</p>
      <Choice
        label={say.moment}
        value={viewpoint.moment}
        options={MOMENTS}
        name={(value) => say.moments[value]}
        onChange={(moment) => onChange({ moment })}
      />
      <Choice
        label={say.viewer}
        value={viewpoint.viewer}
        options={VIEWERS}
        name={(value) => say.viewers[value]}
        onChange={(viewer) => onChange({ viewer })}
      />
      <Choice
        label={say.situation}
        value={viewpoint.situation}
        options={SITUATIONS}
        name={(value) => say.situations[value]}
        onChange={(situation) => onChange({ situation })}
      />
      <Choice
        label={say.luck}
        value={viewpoint.luck}
        options={LUCKS}
        name={(value) => say.lucks[value]}
        onChange={(luck) => onChange({ luck })}
      />
    </details>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: readonly Value[]
  name: (value: Value) => string
  onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, value, options, name, onChange }: ChoiceProps<Value>) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {name(option)}
          </option>
        ))}
      </select>
    </label>
  )
}
