// Endpoints of the cockpit.

import * as contract from '#core/cockpit/contract.ts'
import * as paper from '#core/cockpit/contract-brief.ts'
import { getFurtherFigures } from '#core/cockpit/contract-further.ts'
import { readPerformance as performanceContract } from '#core/cockpit/contract-public.ts'
import { readPlayback as playbackContract } from '#core/cockpit/contract-playback.ts'
import { getProgrammeFigures } from '#core/cockpit/contract-programme.ts'
import { readWall as wallContract } from '#core/cockpit/contract-wall.ts'
import { getLayerFigures, listLegsBehind } from '#core/cockpit/contract-layers.ts'
import type { Result } from '#core/kit/result.ts'
import type { App } from '../app.ts'
import { mount, mountFile, mountStream } from '../kit/http.ts'
import type { Server } from '../kit/http.ts'
import { pressOf } from '../kit/pdf.ts'
import { printBrief, readBrief, writeBrief } from './brief.ts'
import { mountCockpitExports } from './exports.ts'
import { readCockpit } from './cockpit.ts'
import { listBehind } from './behind.ts'
import { readFurther } from './further.ts'
import { readLayerFigures } from './layers.ts'
import { listLegs } from './layers-behind.ts'
import { listHappened, openLive } from './live.ts'
import { readPerformance } from './performance.ts'
import { readPlayback } from './playback.ts'
import { readProgrammeFigures } from './programme.ts'
import { readWall } from './wall.ts'

type Refusals = 'no_such_area' | 'not_yours'
/** Every answer of this room refuses with one of two codes. */
const known = <T>(answer: Promise<Result<T>>) => answer as Promise<Result<T, Refusals>>

const ofDay = <T>(answer: Promise<Result<T>>) => answer as Promise<Result<T, Refusals | 'bad_day'>>

export function mountCockpit(server: Server, app: App): void {
  mount(server, app, contract.getCockpit, (who, input) => known(readCockpit(app, who, input)))
  mount(server, app, getProgrammeFigures, (who, input) =>
    known(readProgrammeFigures(app, who, input)),
  )
  mount(server, app, getFurtherFigures, (who, input) => known(readFurther(app, who, input)))
  mount(server, app, contract.listBehind, (who, input) => known(listBehind(app, who, input)))
  mount(server, app, getLayerFigures, (who, input) => known(readLayerFigures(app, who, input)))
  mount(server, app, listLegsBehind, (who, input) => known(listLegs(app, who, input)))
  mount(server, app, contract.listHappened, (who, input) => known(listHappened(app, who, input)))
  mount(server, app, performanceContract, (_who, input) => readPerformance(app, input))
  mount(server, app, wallContract, (_who, input) => readWall(app, input))
  mount(server, app, playbackContract, (who, input) => readPlayback(app, who, input))
  mountStream(server, app, contract.live, (who, input, feed) =>
    known(openLive(app, who, input, feed)),
  )
  const printer = { app, press: pressOf(app) }
  mount(server, app, paper.readBrief, (who, input) => ofDay(readBrief(app, who, input)))
  mountFile(server, app, paper.printBrief, (who, input) => ofDay(printBrief(printer, who, input)))
  mountFile(server, app, paper.writeBrief, (who, input) => ofDay(writeBrief(app, who, input)))
  mountCockpitExports(server, app)
}
