/*
 * Finds what guards money, stock and other people's writes, and how each looks when it is taken out:
 *   guard(…)      a call that rolls back: it is evaluated, and nothing comes of it
 *   where/setWhere  a condition of an update other than its first, which says whose row it is
 *   the database  a CHECK that always holds, a unique index that is none, a trigger that never fires
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** [{name, files, remove: (text) => text}], of everything there is, in a fixed order. */
export function findRemovals(root) {
  return [...inServices(root), ...inMigrations(root)]
}

function filesBelow(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`
      return entry.isDirectory() ? filesBelow(root, name) : [name]
    })
}

function inServices(root) {
  const files = filesBelow(root, 'src/services').filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  return files.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    return cutsIn(file, text).map(({ at, what, from, to, by }) => ({
      name: `${file}:${at} ${what}`,
      files: [file],
      remove: () => text.slice(0, from) + by + text.slice(to),
    }))
  })
}

function cutsIn(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1
  const cuts = []
  const cut = (node, what, from, to, by = '') => cuts.push({ at: lineOf(node), what, from, to, by })
  const visit = (node) => {
    if (isGuardCall(node)) {
      const { expression } = node
      cut(
        node,
        `guard ${node.arguments[1]?.getText()}`,
        expression.getStart(),
        expression.end,
        'void Array.of',
      )
    }
    if (isWhereOfUpdate(node)) {
      const [condition] = node.arguments
      if (isCallOf(condition, 'and')) {
        condition.arguments.forEach((one, i) => {
          if (i > 0) cut(one, `where ${brief(one)}`, condition.arguments[i - 1].end, one.end)
        })
      }
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'setWhere')
      cut(node, `setWhere ${brief(node.initializer)}`, node.getStart(), node.end, '...{}')
    ts.forEachChild(node, visit)
  }
  visit(source)
  return cuts
}

const brief = (node) => node.getText().replace(/\s+/g, ' ')
const isCallOf = (node, name) => node && ts.isCallExpression(node) && node.expression.getText() === name
const isGuardCall = (node) => isCallOf(node, 'guard')

/** `tx.update(…)….where(…)`. */
function isWhereOfUpdate(node) {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
  if (node.expression.name.text !== 'where') return false
  for (let at = node.expression.expression; at; at = at.expression) {
    if (ts.isPropertyAccessExpression(at) && at.name.text === 'update') return true
  }
  return false
}

const MIGRATIONS = 'drizzle/sqlite'

/** Tests migrate from nothing, so whatever is taken out of every migration is not there. */
function inMigrations(root) {
  const files = filesBelow(root, MIGRATIONS).filter((name) => name.endsWith('.sql'))
  const all = files.map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n')
  return KINDS.flatMap(({ kind, find, take }) => {
    const made = [...new Set([...all.matchAll(find)].map((match) => match[1]))]
    // What a later migration took away again guards nothing.
    const names = made.filter(
      (name) =>
        all.lastIndexOf(`DROP INDEX \`${name}\``) < all.lastIndexOf(`UNIQUE INDEX \`${name}\``) ||
        kind !== 'unique',
    )
    return names.map((name) => ({ name: `${kind} ${name}`, files, remove: (text) => take(text, name) }))
  })
}

const KINDS = [
  {
    kind: 'check',
    find: /CONSTRAINT "(\w+)" CHECK\(/g,
    take: (text, name) =>
      text.replace(new RegExp(`(CONSTRAINT "${name}" CHECK)\\(.*\\)([,;]?)$`, 'gm'), '$1(1)$2'),
  },
  {
    kind: 'unique',
    find: /CREATE UNIQUE INDEX `(\w+)`/g,
    take: (text, name) => text.replaceAll(`CREATE UNIQUE INDEX \`${name}\``, `CREATE INDEX \`${name}\``),
  },
  {
    kind: 'trigger',
    find: /CREATE TRIGGER (\w+)/g,
    take: (text, name) =>
      text.replace(new RegExp(`(CREATE TRIGGER ${name} .*? ON \\w+) BEGIN`, 'g'), '$1 WHEN 0 BEGIN'),
  },
]
