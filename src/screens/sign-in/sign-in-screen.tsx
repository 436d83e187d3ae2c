'use client'

import { Alert, Button, Form, Input, type InputRef } from 'antd'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { BrandMark } from '@/components/brand'
import { type SignInEnd, signIn } from '@/src/client/authentication'
import { LanguageSwitch } from '../shell/language-switch'
import { DemoAccounts } from './demo-accounts'
import { returnPath } from './return-path'
import { Tower } from './tower'

interface Credentials {
  email: string
  password: string
}

/** Signing in, with e-mail and password. */
export function SignInScreen() {
  const t = useTranslations('signIn')
  const from = useSearchParams().get('from')
  const [form] = Form.useForm<Credentials>()
  const password = useRef<InputRef>(null)
  const submit = useRef<HTMLButtonElement>(null)
  const [isSending, setSending] = useState(false)
  const [failed, setFailed] = useState<Exclude<SignInEnd, 'ok'>>()

  async function onFinish({ email, password: secret }: Credentials) {
    setSending(true)
    setFailed(undefined)
    const end = await signIn(email.trim(), secret)
    if (end === 'ok') {
      // A whole new page, so that nothing of an earlier session stays in memory.
      window.location.assign(returnPath(from))
      return
    }
    setSending(false)
    setFailed(end)
    if (end === 'wrong') password.current?.focus({ cursor: 'all' })
  }

  return (
    <div className="flex min-h-dvh bg-white">
      <div className="flex flex-[1.1] flex-col justify-between bg-brand px-14 py-12 text-white max-lg:hidden">
        <div className="flex items-center gap-3">
          <BrandMark size={32} />
          <span className="text-lg font-semibold tracking-wide">Ziggurat 筑塔</span>
        </div>
        <div className="flex justify-center">
          <Tower />
        </div>
        <div>
          <p className="m-0 text-2xl leading-9 font-semibold">{t('slogan')}</p>
          <p className="mt-2 mb-0 max-w-md text-[15px] text-white/80">{t('pitch')}</p>
        </div>
      </div>
      <main className="relative flex flex-1 flex-col items-center px-6 pt-[max(72px,13vh)] pb-12">
        <div className="absolute top-4 right-4">
          <LanguageSwitch />
        </div>
        <div className="w-full max-w-[380px]">
          <div className="mb-6 lg:hidden">
            <BrandMark size={40} />
          </div>
          <h1 className="m-0 mb-7 text-2xl leading-8 font-semibold">{t('title')}</h1>
          {failed && (
            <Alert className="mb-4!" type="error" role="alert" showIcon title={t(`ends.${failed}`)} />
          )}
          <Form<Credentials>
            form={form}
            layout="vertical"
            size="large"
            requiredMark={false}
            validateTrigger="onBlur"
            onFinish={onFinish}
            aria-label={t('title')}
          >
            <Form.Item
              name="email"
              label={t('email')}
              rules={[
                { required: true, whitespace: true, message: t('emailRequired') },
                { type: 'email', transform: (value: string) => value?.trim(), message: t('emailInvalid') },
              ]}
            >
              <Input type="email" autoComplete="username" autoFocus maxLength={200} />
            </Form.Item>
            <Form.Item
              name="password"
              label={t('password')}
              rules={[{ required: true, message: t('passwordRequired') }]}
            >
              <Input.Password ref={password} autoComplete="current-password" maxLength={200} />
            </Form.Item>
            <Button ref={submit} type="primary" htmlType="submit" block loading={isSending} className="mt-1">
              {t('submit')}
            </Button>
          </Form>
          <DemoAccounts
            onPick={({ email, password: secret }) => {
              form.setFieldsValue({ email, password: secret })
              form.setFields([
                { name: 'email', errors: [] },
                { name: 'password', errors: [] },
              ])
              setFailed(undefined)
              submit.current?.focus()
            }}
          />
        </div>
      </main>
    </div>
  )
}
