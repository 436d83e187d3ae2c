import type { Metadata } from 'next'
import { Suspense } from 'react'
import { SignInScreen } from '@/src/screens/sign-in/sign-in-screen'

export const metadata: Metadata = { title: '登录' }

export default function SignInPage() {
  return (
    <Suspense>
      <SignInScreen />
    </Suspense>
  )
}
