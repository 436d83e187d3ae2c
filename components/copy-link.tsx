'use client'

import { CheckOutlined, LinkOutlined } from '@ant-design/icons'
import { App, Button, type ButtonProps } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { copyText } from './copy-text'

const SHOWN_MS = 2_000

/** Copies a text for the user, and says whether it could. */
export function useCopy() {
  const { message } = App.useApp()
  const t = useTranslations('kit')
  return async (text: string) => {
    const isCopied = await copyText(text)
    if (isCopied) void message.success(t('copied'))
    else void message.error(t('copyFailed'))
    return isCopied
  }
}

/** A button that copies a link. */
export function CopyLink({ link, ...rest }: { link: string } & Omit<ButtonProps, 'onClick' | 'icon'>) {
  const t = useTranslations('kit')
  const copy = useCopy()
  const [isCopied, setCopied] = useState(false)

  async function onClick() {
    if (!(await copy(link))) return
    setCopied(true)
    setTimeout(() => setCopied(false), SHOWN_MS)
  }

  return (
    <Button {...rest} icon={isCopied ? <CheckOutlined /> : <LinkOutlined />} onClick={onClick}>
      {t('copy')}
    </Button>
  )
}
