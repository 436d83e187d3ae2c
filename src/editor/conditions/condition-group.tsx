'use client'

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Select, Tooltip } from 'antd'
import { useTranslations } from 'next-intl'
import { useItemKeys } from '@/components/fields/use-item-keys'
import { MOST_TESTS } from '@/schemas/condition'
import type { Block } from '@/schemas/page'
import { ConditionRow } from './condition-row'
import { countTests, type Group, isGroup, newTest } from './edit-condition'

interface ConditionGroupProps {
  group: Group
  block: Block
  /** A group within a group; it holds none itself. */
  isInner?: boolean
  isDisabled: boolean
  /** Undefined takes the group away. Changes of one `mergeKey` in a row are one step. */
  onChange: (group: Group | undefined, mergeKey?: string) => void
}

/** Questions that hold all together, or one of which is enough; or just not. */
export function ConditionGroup({ group, block, isInner = false, isDisabled, onChange }: ConditionGroupProps) {
  const t = useTranslations('editor.conditions')
  const { items, mode, isNot } = group
  const keys = useItemKeys(items.length)
  const isFull = countTests(group) >= MOST_TESTS
  const setItems = (next: Group['items'], mergeKey?: string) =>
    onChange(next.length > 0 ? { ...group, items: next } : undefined, mergeKey)

  function remove(index: number) {
    keys.remove(index)
    setItems(items.toSpliced(index, 1))
  }
  function add(item: Group['items'][number]) {
    keys.insert()
    setItems([...items, item])
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a width of its own.
    <div
      role="group"
      aria-label={t('group')}
      className={`flex flex-col gap-2 ${isInner ? 'rounded-lg border border-dashed border-[#b9bfb9] p-2' : ''}`}
    >
      <div className="flex items-center gap-2">
        <Select
          className="w-[104px]"
          size="small"
          aria-label={t('modeLabel')}
          disabled={isDisabled}
          options={(['all', 'any'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
          value={mode}
          onChange={(value) => onChange({ ...group, mode: value })}
        />
        <Tooltip title={t('isNotHint')}>
          <Checkbox
            className="whitespace-nowrap"
            checked={isNot}
            disabled={isDisabled}
            onChange={(event) => onChange({ ...group, isNot: event.target.checked })}
          >
            {t('isNot')}
          </Checkbox>
        </Tooltip>
        <Button
          className="ml-auto text-ink-faint"
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t(isInner ? 'removeGroup' : 'clear')}
          disabled={isDisabled}
          onClick={() => onChange(undefined)}
        >
          {isInner ? undefined : t('clearShort')}
        </Button>
      </div>
      {items.map((item, i) =>
        isGroup(item) ? (
          <ConditionGroup
            key={keys.at(i)}
            group={item}
            block={block}
            isInner
            isDisabled={isDisabled}
            onChange={(next, mergeKey) =>
              next ? setItems(items.with(i, next), mergeKey && `${i}.${mergeKey}`) : remove(i)
            }
          />
        ) : (
          <ConditionRow
            key={keys.at(i)}
            n={i + 1}
            test={item}
            block={block}
            isDisabled={isDisabled}
            onChange={(next, isContinuous) =>
              setItems(items.with(i, next), isContinuous ? `${i}` : undefined)
            }
            onRemove={() => remove(i)}
          />
        ),
      )}
      <div className="flex gap-2">
        <Button
          size="small"
          icon={<PlusOutlined />}
          disabled={isDisabled || isFull}
          onClick={() => add(newTest('time.hour', new Date()))}
        >
          {isFull ? t('full', { max: MOST_TESTS }) : t('addTest')}
        </Button>
        {!isInner && !isFull && (
          <Button
            size="small"
            icon={<PlusOutlined />}
            disabled={isDisabled}
            onClick={() =>
              add({
                mode: mode === 'all' ? 'any' : 'all',
                isNot: false,
                items: [newTest('campaign.phase', new Date())],
              })
            }
          >
            {t('addGroup')}
          </Button>
        )}
      </div>
    </div>
  )
}
