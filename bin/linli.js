#!/usr/bin/env node
// npx linli …: every command of the program. Only `serve` needs the pages.
import { ensureBuilt, refuseOldNode } from './build.js'

refuseOldNode()
await ensureBuilt(process.argv[2] === 'serve' ? ['server', 'web'] : ['server'])
await import('../dist/tools/linli.js')
