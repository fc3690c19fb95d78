// A heading or a label without what exports do to it: spaces, width, letter case.
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\uFEFF\u200B]+/g, '')
    .toLowerCase()
