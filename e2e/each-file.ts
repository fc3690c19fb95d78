// Set up before every browser file.
import { afterEach } from 'vitest'
import { keepScreens } from './doors.ts'

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepScreens(task.id)
})
