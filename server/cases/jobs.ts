// The jobs of the cases room, as the runner knows them.

import type { App } from '../app.ts'
import { applyToCases } from './calendar-revision.ts'
import { letGoRecordings } from './recordings.ts'
import { drawSamples } from './samples.ts'
import { tellClocks } from './tells.ts'
import { eraseCaseContacts } from './erasing.ts'
import { tellLateReviews } from './glass-reviews.ts'
import { forgetHandovers } from './handover.ts'
import { trainAreas } from './training.ts'
import { carryRedrawn } from './redrawn.ts'
import { wakeCases } from './wake.ts'

export function addCaseJobs(app: App): void {
  app.jobs.tasks['wake_cases'] = async () => void (await wakeCases(app))
  app.jobs.tasks['carry_redrawn'] = async () => void (await carryRedrawn(app))
  app.jobs.tasks['tell_clocks'] = async () => void (await tellClocks(app))
  app.jobs.tasks['erase_case_contacts'] = async () => void (await eraseCaseContacts(app))
  app.jobs.tasks['forget_handovers'] = async () => void (await forgetHandovers(app))
  app.jobs.tasks['let_go_recordings'] = async () => void (await letGoRecordings(app))
  app.jobs.tasks['tell_late_reviews'] = async () => void (await tellLateReviews(app))
  app.jobs.tasks['draw_samples'] = async () => void (await drawSamples(app))
  app.jobs.tasks['train_suggestions'] = async (payload) => void (await trainAreas(app, payload))
  app.jobs.tasks['apply_calendar'] = async (payload) => void (await applyToCases(app, payload))
  app.jobs.crons.push(
    { task: 'train_suggestions', match: '40 18 * * 6' },
    { task: 'erase_case_contacts', match: '30 17 * * *' },
    { task: 'forget_handovers', match: '50 17 * * *' },
    { task: 'let_go_recordings', match: '45 17 * * *' },
    { task: 'tell_late_reviews', match: '10 * * * *' },
    { task: 'draw_samples', match: '20 * * * *' },
    { task: 'wake_cases', match: '* * * * *' },
    { task: 'carry_redrawn', match: '* * * * *' },
    { task: 'tell_clocks', match: '* * * * *' },
  )
}
