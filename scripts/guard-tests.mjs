/*
 * Which tests should notice that a guard is gone: those of the first pattern that fits its name, or,
 * when none does, those of its file's folder. Each is a filter of vitest's.
 */
const GUARD_TESTS = [
  [/^(check|unique|trigger) /, ['src/db/guards']],
  [/^src\/services\/grants\/(address-deadlines|give-address)/, ['src/services/grants/collecting']],
  [
    /^src\/services\/grants\/grant-rows/,
    ['src/services/grants/stale-rows', 'src/services/grants/collecting'],
  ],
  [/^src\/services\/grants\/points-uses/, ['src/services/redemption/points']],
  [
    /^src\/services\/(grants\/store\.ts|chances\/|submissions\/write\.ts)/,
    ['src/services/grants/stale-batch'],
  ],
  [/^src\/services\/(grants\/|budgets\/|tools\/rows\.ts)/, ['src/services/grants/stale-rows']],
]

/** [filters] for the name of a guard. */
export function testsOf(name) {
  const named = GUARD_TESTS.find(([pattern]) => pattern.test(name))
  return named ? named[1] : [name.slice(0, name.lastIndexOf('/', name.indexOf(':')) + 1)]
}
