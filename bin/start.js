#!/usr/bin/env node
// npm start: build what changed, then serve.
import { ensureBuilt, refuseOldNode } from './build.js'

refuseOldNode()
await ensureBuilt(['server', 'web'])
process.argv.splice(2, 0, 'serve')
await import('../dist/tools/linli.js')
