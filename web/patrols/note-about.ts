// The queue of one note on this phone: what becomes of it goes behind it.
const mark = 'note.'

export const noteAbout = (id: string): string => mark + id
export const noteIn = (about: string | null): string | null =>
  about?.startsWith(mark) === true ? about.slice(mark.length) : null
