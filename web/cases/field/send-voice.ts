// Sends a voice note after the act it belongs to: kept on the phone first, then attached to the case, whose number may not
// be known yet. Fetched when there is one.
import { attachToCase } from '#core/cases/contract-moves.ts'
import { uploadRecording } from '#core/files/contract.ts'
import { NoConnectionError } from '#web/kit/api.ts'
import { attach } from '#web/kit/attachments.ts'
import { newCommandId, putAside, sendCommand } from '#web/kit/outbox.ts'

/** `number` or the mark it has until it is reported. Without a line it waits: that is no failure of the act. */
export async function sendVoice(note: File, number: string, owner: string): Promise<void> {
  const url = uploadRecording.path
  const mark = await attach({ id: newCommandId(), owner, url, name: note.name, blob: note })
  const command = { commandId: newCommandId(), number, files: [mark], words: '' }
  try {
    await sendCommand(attachToCase, command, { owner, about: number })
  } catch (error) {
    if (error instanceof NoConnectionError) return
    await putAside(command.commandId) // its author reads the refusal right here
    throw error
  }
}
