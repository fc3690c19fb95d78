// Limits that pages say beforehand, apart from the readers, so that a phone does not carry those along.

/** Speech of one voice note. */
export const recordingSecondsMax = 60
