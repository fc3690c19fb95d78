// The templates of an area all at once, as a phone takes them along and asks for them again.
export const templatesAlong = (code: string) => ({ code, limit: 200 })
