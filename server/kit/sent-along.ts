// A statement that travels with another message of its transaction: with the one that begins it, or with the one that
// commits it. A round trip costs both processes a waking up, and a move once paid for four of them.
import pg from 'pg'

/** A named statement; one name, one text. Lists go as JSON. */
export type Statement = {
  name: string
  text: string
  values: readonly (string | number | null)[]
}

const preparedOn = new WeakMap<pg.PoolClient, Set<string>>()

/**
 * The text that runs it, with its values in it, since a message of several statements takes no parameters. It is prepared
 * once a connection under a name of its own, because the driver keeps book of what it prepared itself.
 */
export async function executeText(client: pg.PoolClient, statement: Statement): Promise<string> {
  const name = pg.escapeIdentifier(`${statement.name} along`)
  const prepared = preparedOn.get(client) ?? new Set<string>()
  preparedOn.set(client, prepared)
  if (!prepared.has(name)) {
    await client.query(`prepare ${name} as ${statement.text}`)
    prepared.add(name)
  }
  return `execute ${name}(${statement.values.map(literal).join(',')});`
}

export function literal(value: string | number | null): string {
  if (value === null) return 'null'
  return typeof value === 'number' ? `${value}` : quoted(value)
}

/** As pg.escapeLiteral, which goes letter by letter: rows of a case are long. */
export function quoted(text: string): string {
  const doubled = text.replaceAll("'", "''")
  return doubled.includes('\\') ? ` E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`
}
