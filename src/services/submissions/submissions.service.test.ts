import { expect, test } from 'vitest'
import { PLAIN_VIEWPOINT } from '@/schemas/viewpoint-parts'
import { audit, desc, formSubmission, formSubmissionTerm, requestOutcome, type Tx } from '@/src/db'
import { bookErrors } from '@/src/testing/books'
import { aLeadForm, CONSENT } from '@/src/testing/builders/lead-form'
import { aKey } from '@/src/testing/builders/published-tool'
import { aCoupon, somePoints } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import { tools } from '@/widgets/registry.tools.gen'
import { previewTools, updateTool } from '../tools'
import {
  countSubmissions,
  eraseSubmission,
  exportSubmissions,
  listSubmissions,
  showSubmission,
} from './index'

const kept = (world: World) => world.ctx.db.read.select().from(formSubmission)
const terms = (world: World) => world.ctx.db.read.select().from(formSubmissionTerm)
const audits = async (world: World) =>
  (await world.ctx.db.read.select().from(audit).orderBy(desc(audit.id))).filter(({ action }) =>
    action.startsWith('submission.'),
  )
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string; details: { code: string }[] }) => error.details?.[0]?.code ?? error.code,
  )
const { defaults } = tools['lead-form']
const text = (key: string, label: string, over = {}) => ({
  key,
  label,
  kind: 'text' as const,
  isRequired: false,
  hint: '',
  options: '',
  ...over,
})

test('what is wrong is told field by field, and nothing of it is kept or counted', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world)
  const member = await world.asMember()
  const submit = (answers: Record<string, unknown>, consent: unknown = CONSENT) =>
    form.act(member, 'submit', { answers, consent })
  const full = { name: '李小满', phone: '13800138000' }
  const wrong: [Record<string, unknown>, string, string, unknown?][] = [
    [{ phone: full.phone }, 'name', 'required'],
    [{ ...full, name: '名'.repeat(31) }, 'name', 'too_long'],
    [{ ...full, phone: '12345' }, 'phone', 'malformed'],
    [{ ...full, phone: ['13800138000'] }, 'phone', 'malformed'],
    [{ ...full, role: 'admin' }, 'role', 'unknown_field'],
    [full, 'consent', 'consent_missing', null],
    [full, 'consent', 'consent_changed', { ...CONSENT, purpose: '任意用途' }],
  ]
  for (const [answers, field, code, consent] of wrong) {
    const outcome = await submit(answers, consent === undefined ? CONSENT : consent)
    expect(outcome, code).toMatchObject({ status: 'invalid', problems: [{ field, code }] })
  }
  // What no form could take does not come so far.
  for (const garbage of [{ answers: { name: 'x'.repeat(1_201) } }, { answers: { name: { a: 1 } } }, {}])
    await expect(form.act(member, 'submit', { consent: CONSENT, ...garbage })).rejects.toThrow()
  expect(await form.act(world.asNobody(), 'submit', { answers: full, consent: CONSENT })).toEqual({
    status: 'login_required',
  })
  expect([await kept(world), await terms(world)]).toEqual([[], []])
  expect(await form.send(member)).toEqual({ status: 'done' })
})

test('it is kept once, however often a lost answer is asked for', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world, { config: { limit: 'often' } })
  const member = await world.asMember()
  const key = aKey()
  const outcomes = await Promise.all([1, 2, 3].map(() => form.send(member, {}, key)))
  expect(outcomes).toEqual([{ status: 'done' }, { status: 'done' }, { status: 'done' }])
  expect(await codeOf(form.send(member, { name: '别人' }, key))).toBe('idempotency_mismatch')
  expect(await kept(world)).toHaveLength(1)
  // Another key is another submission, and another member's key is their own.
  await form.send(member)
  await form.send(await world.asMember(), {}, key)
  expect(await kept(world)).toHaveLength(3)
})

test('limits hold when many send it in at once', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world, { config: { cap: 3 } })
  const members = await Promise.all(Array.from({ length: 6 }, () => world.asMember()))
  const outcomes = await Promise.all(members.flatMap((member) => [form.send(member), form.send(member)]))
  expect(outcomes.filter(({ status }) => status === 'done')).toHaveLength(3)
  expect(await kept(world)).toHaveLength(3)
})

test('it is open from the campaign’s start until before its end', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world, {
    startsAt: '2026-11-10T16:00:00.000Z',
    endsAt: '2026-11-11T16:00:00.000Z',
    config: { limit: 'often' },
  })
  const member = await world.asMember()
  const at = async (instant: string) => {
    world.clock.set(instant)
    return (await form.send(member)).status
  }
  expect(await at('2026-11-10T15:59:59.999Z')).toBe('not_started')
  expect(await at('2026-11-10T16:00:00.000Z')).toBe('done')
  expect(await at('2026-11-11T15:59:59.999Z')).toBe('done')
  expect(await at('2026-11-11T16:00:00.000Z')).toBe('ended')
  expect(await kept(world)).toHaveLength(2)
})

test('what was filled in is kept where only the installation’s key can read it', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world)
  const member = await world.asMember()
  await form.send(member)
  const [row] = await kept(world)
  expect(row).toMatchObject({
    memberId: member.member?.id,
    revision: 1,
    consentedAt: world.clock.now(),
    submittedAt: world.clock.now(),
  })
  const stored =
    JSON.stringify([row, await terms(world)]) + Buffer.from(row?.sealed ?? '', 'base64').toString()
  for (const part of ['李小满', '13800138000', '8000']) expect(stored).not.toContain(part)
  // What was sealed for another submission, spoilt, or with another key, is not guessed.
  const other = await world.asMember()
  await form.send(other)
  const second = (await kept(world)).find(({ id }) => id !== row?.id)
  const ctx = await world.as('admin')
  const list = (over = {}) =>
    codeOf(listSubmissions({ ctx: { ...ctx, ...over }, input: { toolId: form.toolId } }))
  expect(await list()).toBe('done')
  expect(await list({ submissionKey: Buffer.alloc(32, 9) })).toBe('submission_unreadable')
  for (const sealed of [second?.sealed ?? '', 'garbage', '']) {
    await world.ctx.db.transaction((tx: Tx) => tx.update(formSubmission).set({ sealed }))
    expect(await list(), sealed).toBe('submission_unreadable')
  }
})

test('a gift is granted with it, covered by the budget', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world, { rewards: [somePoints()] })
  expect(await form.send(await world.asMember())).toMatchObject({ status: 'granted', rewards: [{}] })
  const poor = await aLeadForm(world, { rewards: [aCoupon({ stock: 1 })] })
  expect(await poor.send(await world.asMember())).toMatchObject({ status: 'granted' })
  expect(await poor.send(await world.asMember())).toEqual({ status: 'done', detail: { gift: 'gone' } })
  expect(await kept(world)).toHaveLength(3)
  expect(await bookErrors(world.ctx.db.read)).toEqual([])
})

test('staff see names and numbers masked, find them whole, and page through them', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world)
  for (let i = 0; i < 5; i++) {
    await form.send(await world.asMember(), { name: `客人${i}`, phone: `1390000${1000 + i}` })
    world.clock.advance(60_000)
  }
  const ctx = await world.as('operator')
  const toolId = form.toolId
  const first = await listSubmissions({ ctx, input: { toolId, limit: 2 } })
  expect(first.columns.map(({ label, isGone }) => [label, isGone])).toEqual([
    ['姓名', false],
    ['手机号', false],
  ])
  expect(first.items.map(({ answers }) => answers.map(({ values }) => values[0]))).toEqual([
    ['客*', '139****1004'],
    ['客*', '139****1003'],
  ])
  const rest = await listSubmissions({ ctx, input: { toolId, cursor: first.nextCursor ?? '', limit: 10 } })
  expect([rest.items.length, rest.nextCursor]).toEqual([3, null])

  const found = async (search: string) => (await countSubmissions({ ctx, input: { toolId, search } })).count
  expect(await Promise.all(['客人3', ' 139 0000-1003 ', '1003', '客人', '%', '139'].map(found))).toEqual([
    1, 1, 1, 0, 0, 0,
  ])
  const from = new Date(world.clock.now().getTime() - 3 * 60_000).toISOString()
  expect(await countSubmissions({ ctx, input: { toolId, from } })).toEqual({ count: 3 })
  expect(await countSubmissions({ ctx, input: { toolId, until: from } })).toEqual({ count: 2 })
  // Another form's are not theirs.
  const other = await aLeadForm(world)
  expect(await countSubmissions({ ctx, input: { toolId: other.toolId, search: '客人3' } })).toEqual({
    count: 0,
  })
})

test('only who may see, export or erase does, and a tool that is no form has none', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world)
  await form.send(await world.asMember())
  const [row] = await kept(world)
  const id = row?.id ?? ''
  const toolId = form.toolId
  const list = (ctx: Parameters<typeof listSubmissions>[0]['ctx']) =>
    codeOf(listSubmissions({ ctx, input: { toolId } }))
  const take = (ctx: Parameters<typeof listSubmissions>[0]['ctx']) =>
    codeOf(exportSubmissions({ ctx, input: { toolId } }))
  const show = (ctx: Parameters<typeof listSubmissions>[0]['ctx']) =>
    codeOf(showSubmission({ ctx, input: { id } }))
  const erase = (ctx: Parameters<typeof listSubmissions>[0]['ctx']) =>
    codeOf(eraseSubmission({ ctx, input: { id, reason: '会员要求' } }))
  const finance = await world.as('finance')
  expect(await Promise.all([list, take, show, erase].map((verb) => verb(finance)))).toEqual(
    Array(4).fill('permission'),
  )
  const product = await world.as('product')
  expect(await Promise.all([list, take, show, erase].map((verb) => verb(product)))).toEqual([
    'done',
    'permission',
    'permission',
    'permission',
  ])
  const operator = await world.as('operator')
  expect(await Promise.all([take, show, erase].map((verb) => verb(operator)))).toEqual([
    'done',
    'done',
    'permission',
  ])
  const wall = await aLeadForm(world)
  expect(await codeOf(listSubmissions({ ctx: operator, input: { toolId: 'tool_0000000000' } }))).toBe(
    'not_found',
  )
  expect(await take({ ...operator, db: world.ctx.db })).toBe('done')
  expect(await codeOf(exportSubmissions({ ctx: operator, input: { toolId: wall.toolId } }))).toBe(
    'nothing_to_export',
  )
})

test('an export is a spreadsheet without formulas, whole, and noted', async () => {
  await using world = await aWorld()
  world.clock.set('2026-11-11T02:05:09.000Z')
  const wishes = [
    text('wish', '=想要的', { kind: 'longText' }),
    text('kinds', '品类', { kind: 'choices', options: 'A\nB' }),
  ]
  const form = await aLeadForm(world, { config: { fields: [...defaults.fields, ...wishes] } })
  const member = await world.asMember()
  await form.send(member, { wish: '=HYPERLINK("http://x")\n第二行', kinds: ['A', 'B'] })
  for (const wish of ['+1', '-1', '@x', '\t=1', '<script>']) await form.send(await world.asMember(), { wish })
  const ctx = await world.as('operator')
  const { csv, count, name } = await exportSubmissions({ ctx, input: { toolId: form.toolId } })
  expect([count, name]).toEqual([6, '玩法-2026-11-11.csv'])
  expect(csv.startsWith("\uFEFF提交时间,会员编号,姓名,手机号,'=想要的,品类,同意授权时间\r\n")).toBe(true)
  expect(csv).toContain(`李小满,13800138000,"'=HYPERLINK(""http://x"")\n第二行",A；B,2026-11-11 10:05:09`)
  for (const safe of ["'+1", "'-1", "'@x", "'=1", '<script>']) expect(csv).toContain(`,${safe},`)
  expect(csv).not.toMatch(/(^|,|")[=+@\t]/m)
  const [note] = await audits(world)
  expect(note).toMatchObject({
    action: 'submission.export',
    staffId: ctx.staff?.id,
    subjectId: form.toolId,
    details: { count: 6, isSearch: false },
  })
  expect(JSON.stringify(await audits(world))).not.toContain('13800138000')
})

test('what was answered stays with its words when a field is renamed, moved or taken away', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world, { config: { fields: [...defaults.fields, text('wish', '心愿')] } })
  await form.send(await world.asMember(), { wish: '红色' })
  const [name, phone] = defaults.fields
  if (!name || !phone) throw new Error('the form asks for nothing')
  const config = { ...defaults, privacyLink: CONSENT.link, fields: [phone, { ...name, label: '称呼' }] }
  await updateTool({ ctx: form.admin, input: { id: form.toolId, revision: 1, name: '新表单', config } })
  const ctx = await world.as('operator')
  const { columns, items } = await listSubmissions({ ctx, input: { toolId: form.toolId } })
  expect(columns.map(({ key, label, isGone }) => [key, label, isGone])).toEqual([
    ['phone', '手机号', false],
    ['name', '称呼', false],
    ['wish', '心愿', true],
  ])
  expect(items[0]?.answers.find(({ key }) => key === 'wish')?.values).toEqual(['红色'])
  const { csv } = await exportSubmissions({ ctx, input: { toolId: form.toolId } })
  expect(csv).toContain('手机号,称呼,心愿')
  // The page is older than the form now: what it sends is refused, not lost in silence.
  const outcome = await form.send(await world.asMember(), { wish: '红色' })
  expect(outcome).toMatchObject({ status: 'invalid', problems: [{ field: 'wish', code: 'unknown_field' }] })
})

test('a submission is erased for good, and its place stays taken', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world, { config: { cap: 3, limit: 'often' } })
  const [one, two] = [await world.asMember(), await world.asMember()]
  const key = aKey()
  await form.send(one, {}, key)
  await form.send(one)
  // Another member's key, though it is the same.
  await form.send(two, { name: '王二' }, key)
  const mine = (await kept(world)).find((row) => row.memberId === one.member?.id && row.key === key)
  const ctx = await world.as('support')
  const erase = () => eraseSubmission({ ctx, input: { id: mine?.id ?? '', reason: '会员来电要求删除' } })
  await erase()
  expect(await codeOf(erase())).toBe('not_found')
  const left = await kept(world)
  expect(left.map(({ memberId }) => memberId).sort()).toEqual([one.member?.id, two.member?.id].sort())
  const found = new Set((await terms(world)).map(({ submissionId }) => submissionId))
  expect([...found].sort()).toEqual(left.map(({ id }) => id).sort())
  const hashes = await world.ctx.db.read.select().from(requestOutcome)
  expect(hashes.filter(({ inputHash }) => inputHash === 'erased')).toMatchObject([
    { memberId: one.member?.id, key },
  ])
  expect(await form.send(await world.asMember())).toEqual({ status: 'sold_out' })
  const [note] = await audits(world)
  expect(note).toMatchObject({ action: 'submission.erase', subjectId: mine?.id, staffId: ctx.staff?.id })
  expect(JSON.stringify(note)).not.toContain('李小满')
})

test('one submission is looked at whole, and that is noted', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world)
  await form.send(await world.asMember())
  const [row] = await kept(world)
  const ctx = await world.as('operator')
  const { answers } = await showSubmission({ ctx, input: { id: row?.id ?? '' } })
  expect(answers.map(({ values }) => values[0])).toEqual(['李小满', '13800138000'])
  expect((await audits(world))[0]).toMatchObject({ action: 'submission.show', subjectId: row?.id })
})

test('a form that does not say what it asks for, or where the privacy text is, is not published', async () => {
  await using world = await aWorld()
  const publishing = (config: Partial<typeof defaults>) =>
    aLeadForm(world, { config }).then(
      () => [],
      (error: { code: string; details: { code: string }[] }) => [
        error.code,
        ...error.details.map(({ code }) => code),
      ],
    )
  expect(await publishing({ purpose: '', privacyLink: '' })).toEqual([
    'page_has_errors',
    'form_without_purpose',
    'form_without_privacy',
  ])
  expect(await publishing({ fields: [] })).toEqual(['page_has_errors', 'form_without_fields'])
  // Nor is one open to members that was published before it lost them.
  const form = await aLeadForm(world)
  const config = { ...defaults, privacyLink: '' }
  await updateTool({ ctx: form.admin, input: { id: form.toolId, revision: 1, name: '表单', config } })
  expect(await form.send(await world.asMember())).toEqual({ status: 'suspended' })
})

test('the editor shows it sent in, full, and at every moment, and nothing of it is kept', async () => {
  await using world = await aWorld()
  const form = await aLeadForm(world)
  const seen = async (as: Partial<typeof PLAIN_VIEWPOINT>) => {
    const shown = await previewTools({
      ctx: form.admin,
      input: { ids: [form.toolId], as: { ...PLAIN_VIEWPOINT, viewer: 'old', ...as } },
    })
    const { stage, phase } = shown[form.toolId] as { stage: string; phase: string }
    return [stage, phase]
  }
  expect(await seen({})).toEqual(['open', 'running'])
  expect(await seen({ situation: 'played' })).toEqual(['submitted', 'running'])
  expect(await seen({ situation: 'soldOut' })).toEqual(['full', 'running'])
  expect(await seen({ moment: 'before' })).toEqual(['open', 'not_started'])
  expect(await seen({ moment: 'after' })).toEqual(['open', 'ended'])
  expect(await kept(world)).toEqual([])
})
