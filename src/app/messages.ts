import { fieldsMessages } from '@/components/fields/messages'
import { kitMessages } from '@/components/messages'
import { assetsMessages } from '@/src/client/assets/messages'
import type { ConsoleLocale } from '@/src/client/locale'
import { clientMessages } from '@/src/client/messages'
import { editorMessages } from '@/src/editor/messages'
import { alertsMessages } from '@/src/screens/alerts/messages'
import { budgetsMessages } from '@/src/screens/budgets/messages'
import { campaignsMessages } from '@/src/screens/campaigns/messages'
import { chancesMessages } from '@/src/screens/chances/messages'
import { deadLettersMessages } from '@/src/screens/dead-letters/messages'
import { decisionsMessages } from '@/src/screens/decisions/messages'
import { demoMessages } from '@/src/screens/demo/messages'
import { drawsMessages } from '@/src/screens/draws/messages'
import { grantBatchesMessages } from '@/src/screens/grant-batches/messages'
import { grantsMessages } from '@/src/screens/grants/messages'
import { limitsMessages } from '@/src/screens/limits/messages'
import { overviewMessages } from '@/src/screens/overview/messages'
import { pagesMessages } from '@/src/screens/pages/messages'
import { payoutsMessages } from '@/src/screens/payouts/messages'
import { productsMessages } from '@/src/screens/products/messages'
import { reconciliationMessages } from '@/src/screens/reconciliation/messages'
import { rehearsalsMessages } from '@/src/screens/rehearsals/messages'
import { rewardsMessages } from '@/src/screens/rewards/messages'
import { riskMessages } from '@/src/screens/risk/messages'
import { settingsMessages } from '@/src/screens/settings/messages'
import { shellMessages } from '@/src/screens/shell/messages'
import { shippingMessages } from '@/src/screens/shipping/messages'
import { signInMessages } from '@/src/screens/sign-in/messages'
import { submissionsMessages } from '@/src/screens/submissions/messages'
import { templatesMessages } from '@/src/screens/templates/messages'
import { toolsMessages } from '@/src/screens/tools/messages'

/** All words of the console in one language. Each folder keeps its own, in both languages. */
export function messagesIn(locale: ConsoleLocale) {
  return {
    kit: kitMessages[locale],
    fields: fieldsMessages[locale],
    client: clientMessages[locale],
    assets: assetsMessages[locale],
    shell: shellMessages[locale],
    signIn: signInMessages[locale],
    editor: editorMessages[locale],
    overview: overviewMessages[locale],
    alerts: alertsMessages[locale],
    pages: pagesMessages[locale],
    templates: templatesMessages[locale],
    campaigns: campaignsMessages[locale],
    tools: toolsMessages[locale],
    products: productsMessages[locale],
    rehearsals: rehearsalsMessages[locale],
    rewards: rewardsMessages[locale],
    budgets: budgetsMessages[locale],
    grants: grantsMessages[locale],
    grantBatches: grantBatchesMessages[locale],
    decisions: decisionsMessages[locale],
    limits: limitsMessages[locale],
    risk: riskMessages[locale],
    draws: drawsMessages[locale],
    chances: chancesMessages[locale],
    submissions: submissionsMessages[locale],
    payouts: payoutsMessages[locale],
    shipping: shippingMessages[locale],
    deadLetters: deadLettersMessages[locale],
    reconciliation: reconciliationMessages[locale],
    settings: settingsMessages[locale],
    demo: demoMessages[locale],
  }
}
