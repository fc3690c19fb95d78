// The thread that learns: texts and key words in, a model with its measurement out. It touches no database and no file.
import { parentPort, workerData } from 'node:worker_threads'
import { learn } from '#core/cases/suggest/learn.ts'
import type { Labelled } from '#core/cases/suggest/sample.ts'
import { type Written, writeModel } from '#core/cases/suggest/written.ts'
import { cutWords } from '../kit/segment.ts'

export type Asked = { texts: Labelled[]; seeds: Labelled[] }
export type Told = Written

const { texts, seeds } = workerData as Asked
const { model, measured } = learn(texts, seeds, cutWords)
parentPort?.postMessage(writeModel(model, measured) satisfies Told)
