// The built pages for the browser stories: built once a run, and only if their sources changed.
import { ensureBuilt } from '../bin/build.js'

export default async function setup(): Promise<void> {
  await ensureBuilt(['web'])
}
