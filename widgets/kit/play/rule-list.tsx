/** @jsxImportSource preact */

/** Rules in whole sentences, written from a tool's configuration: nobody keeps them true by hand. */
export function RuleList({ items }: { items: readonly string[] }) {
  return (
    <ol class="zg-pl-rules-list">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ol>
  )
}
