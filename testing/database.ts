// One PostgreSQL for a whole test run, and one migrated database in it from which every file takes its own copy.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#db/migrate.ts'
import { ownerConfig } from '#server/kit/connect.ts'
import { startEmbedded } from '#server/kit/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's address of the template; null where no database was needed. */
    templateUrl: string
  }
}

/** TEST_DATABASE_URL runs the same stories on another PostgreSQL; its user must be allowed to create databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const place = given === undefined ? await startOwn() : await borrow(given)
  await migrate(ownerConfig(place.templateUrl))
  project.provide('templateUrl', place.templateUrl)
  return place.end
}

type Place = { templateUrl: string; end: () => Promise<void> }

async function startOwn(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-test-'))
  // A temporary folder is closed to all others; ours lets the database's account pass, as root needs it to.
  chmodSync(folder, 0o711)
  const dataFolder = join(folder, 'data')
  const database = await startEmbedded({ dataFolder, durable: false, database: 'template' })
  return {
    templateUrl: database.url,
    end: async () => {
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
      // Where the temporary folder is closed to the database's account, the cluster lies in a folder of its own.
      if (!database.cluster.startsWith(folder))
        rmSync(dirname(database.cluster), { recursive: true, force: true })
    },
  }
}

async function borrow(url: string): Promise<Place> {
  const name = `linli_test_${process.pid}`
  await asOwner(url, `create database ${name} template template0 encoding 'UTF8'`)
  const templateUrl = databaseUrl(url, name)
  return { templateUrl, end: () => dropAll(url, name) }
}

/** The template and what was copied from it and is still there: copies bear its name in front. */
async function dropAll(url: string, name: string): Promise<void> {
  const client = new pg.Client(ownerConfig(url))
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [name],
    )
    for (const each of rows)
      await client.query(`drop database if exists ${pg.escapeIdentifier(each.name)} with (force)`)
  } finally {
    await client.end()
  }
}

/** The name of the database that an address leads to. */
export function databaseIn(url: string): string {
  const name = /^\w+:\/\/[^/]*\/([^/?]+)/.exec(url)?.[1]
  if (name === undefined) throw new Error('the address of the template names no database')
  return name
}

export function databaseUrl(url: string, name: string): string {
  return url.replace(/^(\w+:\/\/[^/]*)\/[^?]*/, `$1/${name}`)
}

export async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client(ownerConfig(url))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
