// What was said from this device, so that its author finds it again: number and code, nothing else. Forgotten on request.

export type MyVoice = { id: string; secret: string }

const place = (choiceId: string) => `linli.theme.${choiceId}`

export function myVoices(choiceId: string): MyVoice[] {
  try {
    return JSON.parse(localStorage.getItem(place(choiceId)) ?? '[]') as MyVoice[]
  } catch {
    return [] // storage closed, or somebody else's text: then nothing is remembered
  }
}

export function keepVoices(choiceId: string, voices: MyVoice[]): void {
  try {
    localStorage.setItem(place(choiceId), JSON.stringify(voices.slice(-20)))
  } catch {
    // storage closed: the code stands on the screen
  }
}
