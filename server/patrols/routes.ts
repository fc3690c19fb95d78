// The endpoints of the patrols room.
import * as codes from '#core/patrols/contract-codes.ts'
import * as rounds from '#core/patrols/contract-inspections.ts'
import * as notes from '#core/patrols/contract-notes.ts'
import type { App } from '../app.ts'
import { type Server, mount, mountFile } from '../kit/http.ts'
import { pressOf } from '../kit/pdf.ts'
import { listRounds, recordFound } from './inspections.ts'
import {
  type AlsoShown,
  dropNote,
  fileNote,
  forgetNotes,
  keepNote,
  letGoNoteFiles,
  listNotes,
} from './notes.ts'
import { findObject, printObjectCodes } from './object-codes.ts'
import * as objects from './objects.ts'
import * as plans from './plans.ts'
import { carryObjects } from './redrawn.ts'

/** `alsoShown`: files that rooms to the right show. */
export function mountPatrols(server: Server, app: App, alsoShown: AlsoShown): void {
  mount(server, app, notes.listNotes, (who, input) => listNotes(app, who, input))
  mount(server, app, notes.keepNote, (who, input) => keepNote(app, who, input))
  mount(server, app, notes.fileNote, (who, input) => fileNote(app, who, input))
  mount(server, app, notes.dropNote, (who, input) => dropNote(app, who, input))
  mount(server, app, rounds.listObjects, (who, input) => objects.listObjects(app, who, input))
  mount(server, app, rounds.readObject, (who, input) => objects.readObject(app, who, input))
  mount(server, app, rounds.keepObject, (who, input) => objects.keepObject(app, who, input))
  mount(server, app, rounds.importObjects, (who, input) => objects.importObjects(app, who, input))
  mount(server, app, codes.findObject, (_who, input) => findObject(app, input))
  const printer = { app, press: pressOf(app) }
  mountFile(server, app, codes.printObjectCodes, (who, input) =>
    printObjectCodes(printer, who, input),
  )
  mount(server, app, rounds.listPlans, (who, input) => plans.listPlans(app, who, input))
  mount(server, app, rounds.readPlan, (who, input) => plans.readPlan(app, who, input))
  mount(server, app, rounds.keepPlan, (who, input) => plans.keepPlan(app, who, input))
  mount(server, app, rounds.listRounds, (who, input) => listRounds(app, who, input))
  mount(server, app, rounds.recordFound, (who, input) => recordFound(app, who, input))
  app.jobs.tasks['forget_notes'] = async () => void (await forgetNotes(app, alsoShown))
  app.jobs.tasks['let_go_note_files'] = async (payload) =>
    void (await letGoNoteFiles(app, (payload as { files: string[] }).files, alsoShown))
  app.jobs.tasks['carry_objects'] = async () => void (await carryObjects(app))
  app.jobs.crons.push(
    { task: 'forget_notes', match: '10 18 * * *' },
    { task: 'carry_objects', match: '*/5 * * * *' },
  )
}
