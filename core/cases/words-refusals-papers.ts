// Refusals of what is attached. The table that holds all is in words-refusals.ts.

export const paperRefusals = {
  file_missing: {
    zh: '还没有选文件。选一张照片或一份 PDF 再附上。',
    en: 'No file was chosen. Choose a photo or a PDF first.',
  },
  no_such_file: {
    zh: '有一个文件没有传上来。请重新选这个文件再附上。',
    en: 'One of the files did not arrive. Choose it again and attach once more.',
  },
}
