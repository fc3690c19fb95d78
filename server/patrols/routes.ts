// The endpoints of the patrols room.
import * as notes from '#core/patrols/contract-notes.ts'
import type { App } from '../app.ts'
import { type Server, mount } from '../kit/http.ts'
import { dropNote, fileNote, forgetNotes, keepNote, listNotes } from './notes.ts'

export function mountPatrols(server: Server, app: App): void {
  mount(server, app, notes.listNotes, (who, input) => listNotes(app, who, input))
  mount(server, app, notes.keepNote, (who, input) => keepNote(app, who, input))
  mount(server, app, notes.fileNote, (who, input) => fileNote(app, who, input))
  mount(server, app, notes.dropNote, (who, input) => dropNote(app, who, input))
  app.jobs.tasks['forget_notes'] = async () => void (await forgetNotes(app))
  app.jobs.crons.push({ task: 'forget_notes', match: '10 18 * * *' })
}
