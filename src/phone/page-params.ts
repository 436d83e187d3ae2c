/** What tools may look at; a ticket is the runtime's, and spent by the time the page is there. */
const NAME = /^(?!ticket$)[a-z]{1,20}$/
const VALUE_MAX = 64
const COUNT_MAX = 8

/** The link's own parameters that the page's tools are told: few, short, and plainly named. */
export function readParams(search: string): Record<string, string> {
  const known = [...new URLSearchParams(search)].filter(
    ([name, value]) => NAME.test(name) && value !== '' && value.length <= VALUE_MAX,
  )
  return Object.fromEntries(known.slice(0, COUNT_MAX))
}
