// linli verify: names what was done to the journals behind the program's back. Exit 1 if anything was found.
import { sql } from 'kysely'
import type { App } from '#server/app.ts'
import { alteredFiles } from '#server/files/sealing.ts'
import { journals } from '#server/journals.ts'
import { inScope, rowsOf } from '#server/kit/db.ts'
import { type Finding, verifyJournals } from '#server/kit/verify.ts'
import { withApp } from './database.ts'
import { progress } from './progress.ts'

const shownMax = 200

export function verifyCommand(options: { files?: boolean }): Promise<number> {
  return withApp(async (app) => {
    const [rows, files] = [await verify(app), options.files === true ? await verifyFiles(app) : 0]
    return Math.max(rows, files)
  })
}

async function verifyFiles(app: App): Promise<number> {
  const bar = progress('files', null)
  const { looked, altered } = await alteredFiles(app, (at) => bar.at(at))
  bar.done(`${looked} files`)
  for (const file of altered.slice(0, shownMax)) console.log(`altered file: ${file}`)
  if (altered.length === 0) console.log('every file is what its name says')
  return altered.length === 0 ? 0 : 1
}

async function verify(app: App): Promise<number> {
  const bar = progress('verify', null)
  const verdict = await verifyJournals(app, journals, (at) => bar.at(at))
  const miscounted = await miscountedCases(app)
  bar.done(`${verdict.sealed} sealed rows`)
  for (const finding of verdict.findings.slice(0, shownMax)) console.log(sentence(finding))
  for (const number of miscounted)
    console.log(`case ${number} counts another number of entries than its journal holds`)
  const found = verdict.findings.length + miscounted.length
  if (found > shownMax) console.log(`… and ${found - shownMax} more`)
  tellTail(verdict.unsealed)
  console.log(found === 0 ? 'every sealed row is as it was written' : `${found} findings`)
  return found === 0 ? 0 : 1
}

function sentence({ kind, journal, communityId, what }: Finding): string {
  return `${kind}: ${journal} ${what} (community ${communityId})`
}

function tellTail(unsealed: string[]): void {
  if (unsealed.length === 0) return
  const shown = unsealed.slice(0, 5).join(', ')
  console.log(
    `not sealed yet: ${unsealed.length} rows (${shown}${unsealed.length > 5 ? ', …' : ''})`,
  )
}

/** Sealed or not, a case counts its own entries: a row taken from the unsealed end shows here. */
function miscountedCases(app: App): Promise<string[]> {
  // From the journal to the case, by its key: an estimate of a fresh database cannot mislead that.
  const query = sql<{ number: string }>`
    select c.number
      from (select community_id, case_id, count(*) as n, max(version) as newest
              from cases.entries
             group by community_id, case_id) e
      join cases.cases c
        on c.community_id = e.community_id
       and c.id           = e.case_id
     where c.version <> e.n
        or c.version <> e.newest
     union all
    select c.number
      from cases.cases c
     where not exists (select 1
                         from cases.entries e
                        where e.community_id = c.community_id
                          and e.case_id      = c.id)
     order by number
     limit ${shownMax}`
  return inScope(app.db, { kind: 'job' }, async (tx) =>
    (await rowsOf(tx, query)).map((row) => row.number),
  )
}
