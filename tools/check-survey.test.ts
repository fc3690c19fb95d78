// A published survey made again from its raw answers. The files are not part of the project: where they are absent this
// says so and is skipped.
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkSurvey, checkSurveyCommand, sharedFolder, surveyFiles } from './check-survey.ts'

const folder = sharedFolder()
const present = existsSync(surveyFiles(folder).responses)
if (!present)
  console.warn(
    `SKIPPED: ${surveyFiles(folder).responses} is absent; set LINLI_SHARED to the folder with data/`,
  )

test.skipIf(!present)(
  'every published cell follows from the answers, and the same groups are left out',
  async () => {
    const { sheets, blocks } = await checkSurvey(folder)
    expect(sheets).toBe(1615)
    expect(blocks.filter(({ cells, agreeing }) => agreeing !== cells)).toEqual([])
    const cells = blocks.reduce((sum, block) => sum + block.cells, 0)
    expect(cells).toBeGreaterThanOrEqual(664)
    const [first] = blocks
    expect(first).toMatchObject({ columns: ['q0001'], cells: 50, agreeing: 50 })
  },
)

test('files that are not there are named', async () => {
  expect(await checkSurveyCommand('/nowhere')).toBe(2)
})
