import { Suspense } from 'react'
import { SignInScreen } from '@/src/screens/sign-in/sign-in-screen'
import { titled } from '../titled'

export const generateMetadata = titled((words) => words.signIn.submit)

export default function SignInPage() {
  return (
    <Suspense>
      <SignInScreen />
    </Suspense>
  )
}
