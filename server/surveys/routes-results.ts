// The doors of results.
import * as results from '#core/surveys/contract-results.ts'
import * as topics from '#core/surveys/contract-topics.ts'
import type { App } from '../app.ts'
import { type Server, mount, mountFile } from '../kit/http.ts'
import { enterPopulation, readPopulation } from './population.ts'
import * as publishing from './publishing.ts'
import { downloadPublished } from './results-csv.ts'
import { readCrossTab, readResults } from './results.ts'
import { editTopic, readTopics } from './topics.ts'
import { makeWeights, readWeighting, tryWeights } from './weighting.ts'

export function mountResults(server: Server, app: App): void {
  mount(server, app, results.readPopulation, (who, input) => readPopulation(app, who, input))
  mount(server, app, results.enterPopulation, (who, input) => enterPopulation(app, who, input))
  mount(server, app, results.readWeighting, (who, input) => readWeighting(app, who, input))
  mount(server, app, results.tryWeights, (who, input) => tryWeights(app, who, input))
  mount(server, app, results.makeWeights, (who, input) => makeWeights(app, who, input))
  mount(server, app, results.readResults, (who, input) => readResults(app, who, input))
  mount(server, app, results.readCrossTab, (who, input) => readCrossTab(app, who, input))
  mount(server, app, results.publishResults, (who, input) =>
    publishing.publishResults(app, who, input),
  )
  mount(server, app, results.withdrawResults, (who, input) =>
    publishing.withdrawResults(app, who, input),
  )
  mount(server, app, results.listPublications, (who, input) =>
    publishing.listPublications(app, who, input),
  )
  mount(server, app, results.readPublished, (who, input) =>
    publishing.readPublished(app, who, input),
  )
  mountFile(server, app, results.downloadPublished, (who, input) =>
    downloadPublished(app, who, input),
  )
  mount(server, app, topics.readTopics, (who, input) => readTopics(app, who, input))
  mount(server, app, topics.editTopic, (who, input) => editTopic(app, who, input))
}
