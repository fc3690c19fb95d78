// The endpoints of the notice board, its feed and its printed sheets.
import * as contract from '#core/notices/contract-board.ts'
import type { App } from '../app.ts'
import { type Server, mount, mountFile } from '../kit/http.ts'
import * as board from './board.ts'
import { mountBoardFeed } from './board-feed.ts'
import { printBoardPost } from './board-print.ts'

export function mountBoard(server: Server, app: App): void {
  mount(server, app, contract.listBoard, (_who, input) => board.listBoard(app, input))
  mount(server, app, contract.readBoardPost, (_who, input) => board.readBoardPost(app, input))
  mountFile(server, app, contract.readBoardPaper, (who, input) =>
    board.readBoardPaper(app, who, input),
  )
  mountFile(server, app, contract.printBoardPost, (who, input) => printBoardPost(app, who, input))
  mount(server, app, contract.listBoardDesk, (who, input) =>
    board.listBoardDesk({ app, who }, input),
  )
  mount(server, app, contract.readBoardTrace, (who, input) =>
    board.readBoardTrace({ app, who }, input),
  )
  mount(server, app, contract.publishNotice, (who, input) =>
    board.publishNotice({ app, who }, input),
  )
  mount(server, app, contract.correctNotice, (who, input) =>
    board.correctNotice({ app, who }, input),
  )
  mount(server, app, contract.withdrawNotice, (who, input) =>
    board.withdrawNotice({ app, who }, input),
  )
  mountBoardFeed(server, app)
}
