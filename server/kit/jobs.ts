// Jobs on graphile-worker: a room names its tasks when it is mounted, enqueues them in its own transaction with
// addJob, and the runner (a role that sees the queue alone) calls them. A task may be called twice; it must not mind.
import { Logger, parseCronItems, run, runOnce } from 'graphile-worker'
import pg from 'pg'
import { sql } from 'kysely'
import { jobsRole } from '#db/roles.ts'
import { roleConfig } from './connect.ts'
import type { Tx } from './db.ts'
import type { Log } from './log.ts'

export type Task = (payload: unknown) => Promise<void>

export type Jobs = {
  tasks: Record<string, Task>
  /** `match` as in a crontab, in UTC. A missed tick is not made up for: each run looks at everything that is due. */
  crons: { task: string; match: string }[]
}

export type JobsApp = { jobs: Jobs; log: Log; ownerUrl: string }

export type JobWish = {
  task: string
  payload: Record<string, unknown>
  /** A waiting job with the same key is replaced. */
  key?: string
  runAt?: string
  /** Jobs of one queue run one after the other. */
  queue?: string
}

export async function addJob(tx: Tx, wish: JobWish): Promise<void> {
  await sql`
    select kit.add_job(
      ${wish.task},
      ${JSON.stringify(wish.payload)}::json,
      ${wish.key ?? null}::text,
      ${wish.runAt ?? null}::timestamptz,
      ${wish.queue ?? null}::text
    )`.execute(tx.k)
}

/** Runs jobs until stopped; stopping waits for those under way. */
export async function startJobs(app: JobsApp): Promise<() => Promise<void>> {
  const pgPool = jobsPool(app, 4)
  const runner = await run({
    pgPool,
    taskList: taskList(app),
    parsedCronItems: parseCronItems(
      app.jobs.crons.map((cron) => ({ ...cron, options: { backfillPeriod: 0 } })),
    ),
    concurrency: 2,
    noHandleSignals: true,
    noPreparedStatements: false,
    pollInterval: 2000,
    logger: loggerTo(app.log),
  })
  return async () => {
    await runner.stop()
    await pgPool.end()
  }
}

/** Runs what is due now and returns: for stories and drills. */
export async function runDueJobs(app: JobsApp): Promise<void> {
  const pgPool = jobsPool(app, 2)
  try {
    await runOnce({
      pgPool,
      taskList: taskList(app),
      noHandleSignals: true,
      logger: loggerTo(app.log),
    })
  } finally {
    await pgPool.end()
  }
}

function jobsPool(app: JobsApp, max: number): pg.Pool {
  const pool = new pg.Pool({ ...roleConfig(app.ownerUrl, jobsRole), max })
  // A lost connection is met again by the next query; the worker then tries anew.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

function taskList({ jobs, log }: JobsApp) {
  const entries = Object.entries(jobs.tasks).map(([name, task]) => [
    name,
    async (payload: unknown) => {
      try {
        await task(payload)
      } catch (error) {
        log.error({ err: error, task: name }, 'a job failed and will be tried again')
        throw error
      }
    },
  ])
  return Object.fromEntries(entries) as Record<string, Task>
}

function loggerTo(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else log.debug(message)
  })
}
