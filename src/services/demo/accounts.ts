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

export const DEMO_MEMBERS = [
  { shopMemberId: 'demo-1', nickname: '小满', about: '新会员' },
  { shopMemberId: 'demo-2', nickname: '阿哲', about: '常客' },
  { shopMemberId: 'demo-3', nickname: '青禾', about: '沉默会员' },
  { shopMemberId: 'demo-4', nickname: '老周', about: '老会员' },
  { shopMemberId: 'demo-5', nickname: '桃子', about: '新会员' },
  { shopMemberId: 'demo-6', nickname: '大林', about: '常客' },
]
