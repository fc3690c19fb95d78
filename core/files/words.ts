import type { Words } from '#core/kit/words.ts'
import type { DocumentRefusal } from './document.ts'
import type { PhotoRefusal } from './photo.ts'
import type { RecordingRefusal } from './recording.ts'

export const fileWords = {
  photo: { zh: '照片', en: 'Photo' },
  addPhoto: { zh: '添加照片', en: 'Add a photo' },
  removePhoto: { zh: '移除这张照片', en: 'Remove this photo' },
  photosLeft: { zh: '还可添加 {count} 张', en: '{count} more possible' },
  usePlaceOffered: { zh: '使用照片里的位置', en: 'Use the place stored in the photo' },
  useTimeOffered: { zh: '使用照片里的拍摄时间', en: 'Use the time stored in the photo' },
  stripped: {
    zh: '保存的照片不含位置、时间和手机型号等信息。',
    en: 'The stored photo holds no place, time or phone model.',
  },
} satisfies Record<string, Words>

type FileRefusal = PhotoRefusal | DocumentRefusal | RecordingRefusal | 'no_such_file'
export const fileRefusals: Record<FileRefusal, Words> = {
  file_missing: {
    zh: '没有收到文件，请重新选择。',
    en: 'No file arrived. Please choose it again.',
  },
  file_too_large: {
    zh: '照片超过 15 MB，请用手机相机的普通画质重拍或压缩后再传。',
    en: 'The photo is larger than 15 MB. Take it at normal quality, or make it smaller first.',
  },
  not_a_photo: {
    zh: '只接收 JPEG、PNG 或 WebP 照片。苹果手机请在“设置－相机－格式”里选“兼容性最佳”。',
    en: 'Only JPEG, PNG or WebP photos are taken. On an iPhone choose Settings, Camera, Formats, Most Compatible.',
  },
  photo_damaged: {
    zh: '照片文件不完整或已损坏，请重新拍一张。',
    en: 'The photo file is incomplete or damaged. Please take another.',
  },
  document_too_large: {
    zh: '文件超过 15 MB。请压缩，或分成几份再传。',
    en: 'The file is larger than 15 MB. Make it smaller, or send it in parts.',
  },
  not_a_document: {
    zh: '只接收 PDF 文件。Word、表格请先另存为 PDF；照片请从照片一栏添加。',
    en: 'Only PDF files are taken. Save texts and tables as PDF first; photos go with the photos.',
  },
  document_damaged: {
    zh: 'PDF 文件不完整，请重新选择。',
    en: 'The PDF is incomplete. Please choose it again.',
  },
  recording_too_large: {
    zh: '语音超过 2 MB，请分成短一些的几段。',
    en: 'The voice note is larger than 2 MB. Record it in shorter parts.',
  },
  not_a_recording: {
    zh: '这不是浏览器录的语音（WebM、Ogg 或 MP4），请直接在页面上录。',
    en: 'This is no voice note of a browser (WebM, Ogg or MP4). Record it on the page.',
  },
  recording_damaged: {
    zh: '语音不完整，或者里面不只有声音，请重新录。',
    en: 'The voice note is incomplete or holds more than speech. Record it again.',
  },
  recording_too_long: {
    zh: '语音超过 60 秒，请分成几段。',
    en: 'The voice note is longer than 60 seconds. Record it in parts.',
  },
  no_such_file: {
    zh: '没有这张照片或这份文件，或您不能查看。',
    en: 'There is no such photo or file, or you may not see it.',
  },
}
