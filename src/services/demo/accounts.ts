import type { StaffRole } from '@/schemas/staff'

/** One password for every account of the demo, printed as it starts. */
export const DEMO_PASSWORD = 'ziggurat-demo'

export const DEMO_STAFF: { name: string; email: string; roles: StaffRole[] }[] = [
  { name: '产品演示', email: 'product@ziggurat.demo', roles: ['product'] },
  { name: '运营演示', email: 'operator@ziggurat.demo', roles: ['operator'] },
  { name: '业务演示', email: 'business@ziggurat.demo', roles: ['business'] },
  { name: '审批演示', email: 'approver@ziggurat.demo', roles: ['approver'] },
  { name: '财务演示', email: 'finance@ziggurat.demo', roles: ['finance'] },
  { name: '客服演示', email: 'support@ziggurat.demo', roles: ['support'] },
  { name: '管理员演示', email: 'admin@ziggurat.demo', roles: ['admin'] },
]
