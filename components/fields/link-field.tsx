'use client'

import { AimOutlined, ExportOutlined, LinkOutlined } from '@ant-design/icons'
import { Input, Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isSafeLink } from '@/schemas/primitives'
import { useFieldContext } from './field-context'

interface LinkFieldProps {
  id: string
  value: string
  optional: boolean
  /** Only places on the page: `#<blockId>`. */
  isAnchorOnly?: boolean
  errorId: string | undefined
  onChange: (value: string | undefined, isContinuous: boolean) => void
}

/** Where a tap leads: an address, or a place on the page, which is chosen by its name. */
export function LinkField(props: LinkFieldProps) {
  const { value, isAnchorOnly } = props
  const { anchors } = useFieldContext()
  const [isChoosing, setChoosing] = useState(false)
  const isAnchor = value.startsWith('#') && anchors?.some(({ id }) => value === `#${id}`)
  if (anchors && (isAnchorOnly || isAnchor || isChoosing)) {
    return <AnchorSelect {...props} isOpening={isChoosing} onClose={() => setChoosing(false)} />
  }
  return <AddressInput {...props} onChooseAnchor={anchors?.length ? () => setChoosing(true) : undefined} />
}

interface AddressInputProps extends LinkFieldProps {
  onChooseAnchor: (() => void) | undefined
}

/** A web address can be tried. */
function AddressInput({ id, value, optional, errorId, onChange, onChooseAnchor }: AddressInputProps) {
  const { isDisabled } = useFieldContext()
  const t = useTranslations('fields.link')
  const canBeTried = /^(https?:\/\/|\/)/.test(value) && isSafeLink(value)
  return (
    <Input
      id={id}
      inputMode="url"
      maxLength={2_000}
      placeholder={t('placeholder')}
      disabled={isDisabled}
      status={errorId ? 'error' : undefined}
      aria-invalid={errorId ? true : undefined}
      aria-describedby={errorId}
      prefix={<LinkOutlined className="text-ink-faint" />}
      suffix={
        canBeTried ? (
          <a
            href={value}
            target="_blank"
            rel="noreferrer"
            aria-label={t('open')}
            title={t('open')}
            className="text-ink-faint"
          >
            <ExportOutlined />
          </a>
        ) : onChooseAnchor && !isDisabled ? (
          <button
            type="button"
            aria-label={t('chooseAnchor')}
            title={t('chooseAnchor')}
            onClick={onChooseAnchor}
            className="cursor-pointer border-0 bg-transparent p-0 leading-none text-ink-faint hover:text-brand"
          >
            <AimOutlined />
          </button>
        ) : (
          <span />
        )
      }
      value={value}
      // Addresses are pasted from chats, with the white space around them.
      onChange={({ target }) => onChange(target.value.trim() || (optional ? undefined : ''), true)}
    />
  )
}

interface AnchorSelectProps extends LinkFieldProps {
  /** Somebody just asked for the list. */
  isOpening: boolean
  onClose: () => void
}

function AnchorSelect(props: AnchorSelectProps) {
  const { id, value, optional, errorId, onChange, isOpening, onClose } = props
  const { isDisabled, anchors = [] } = useFieldContext()
  const t = useTranslations('fields.link')
  const options = anchors.map((anchor) => ({ value: `#${anchor.id}`, label: anchor.name }))
  const isDead = value !== '' && !options.some((option) => option.value === value)
  return (
    <Select
      id={id}
      className="w-full"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      defaultOpen={isOpening}
      autoFocus={isOpening}
      disabled={isDisabled}
      status={errorId ? 'error' : isDead ? 'warning' : undefined}
      aria-invalid={errorId ? true : undefined}
      aria-describedby={errorId}
      placeholder={t('anchor')}
      notFoundContent={t('noAnchors')}
      prefix={<AimOutlined className="text-ink-faint" />}
      options={isDead ? [{ value, label: t('deadAnchor') }, ...options] : options}
      value={value || undefined}
      onChange={(next?: string) => {
        onClose()
        onChange(next ?? (optional ? undefined : ''), false)
      }}
      onBlur={onClose}
    />
  )
}
