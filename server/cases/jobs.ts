// The jobs of the cases room, as the runner knows them.

import type { App } from '../app.ts'
import { tellClocks } from './tells.ts'
import { wakeCases } from './wake.ts'

export function addCaseJobs(app: App): void {
  app.jobs.tasks['wake_cases'] = async () => void (await wakeCases(app))
  app.jobs.tasks['tell_clocks'] = async () => void (await tellClocks(app))
  app.jobs.crons.push(
    { task: 'wake_cases', match: '* * * * *' },
    { task: 'tell_clocks', match: '* * * * *' },
  )
}
