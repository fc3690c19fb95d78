// What we use of pdfmake, which carries no types of its own.
declare module 'pdfmake' {
  type Document = { getBuffer(): Promise<Uint8Array> }
  const pdfmake: {
    setFonts(fonts: Record<string, Record<string, string>>): void
    setTableLayouts(looks: Record<string, object>): void
    setUrlAccessPolicy(allows: (url: string) => boolean): void
    setLocalAccessPolicy(allows: (path: string) => boolean): void
    createPdf(document: object): Document
  }
  export default pdfmake
}
