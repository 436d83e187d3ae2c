'use client'

import { type ReactNode, useMemo } from 'react'
import { useFieldContext } from './field-context'
import { FieldRow } from './field-row'
import { groupFields, isFieldVisible } from './group-fields'
import type { FieldGroupsProps } from './types'

/** The fields of one object, those of a group together, in the order they were written. */
export function FieldGroups({ fields, value, path, listName, onChange }: FieldGroupsProps) {
  const groups = useMemo(() => groupFields(fields), [fields])
  return (
    <div className="flex flex-col gap-5">
      {groups.map(({ name, members }) => {
        const visible = members.filter((description) => isFieldVisible(description, value))
        if (visible.length === 0) return null
        return (
          <FieldGroup key={name} name={name}>
            {visible.map((description) => (
              <FieldRow
                key={description.name}
                description={description}
                value={value[description.name]}
                owner={value}
                path={[...path, description.name]}
                labelKey={listName ? `${listName}.${description.name}` : description.name}
                onChange={onChange}
              />
            ))}
          </FieldGroup>
        )
      })}
    </div>
  )
}

function FieldGroup({ name, children }: { name: string; children: ReactNode }) {
  const { labels } = useFieldContext()
  if (name === '') return <div className="flex flex-col gap-4">{children}</div>
  return (
    <fieldset className="m-0 min-w-0 border-0 border-t border-solid border-line p-0 pt-4">
      <legend className="float-left mb-3 w-full p-0 text-xs leading-5 font-semibold text-ink-soft">
        {labels.groups?.[name] ?? name}
      </legend>
      <div className="clear-both flex flex-col gap-4">{children}</div>
    </fieldset>
  )
}
