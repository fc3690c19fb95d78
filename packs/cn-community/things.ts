// Which categories a managed thing has troubles of, by its kind: offered first to whoever scanned the code on it.
export const things: Readonly<Record<string, readonly string[]>> = {
  lamp: ['P01-37-2', 'P01-37-3', 'P01-37-1'],
  manhole: ['P01-01-2', 'P01-01-1'],
  hydrant: ['P01-98'],
  extinguisher: ['P01-98'],
  playground: ['P01-46'],
  stairs: ['P02-01', 'P02-02'],
  bench: ['P01-46'],
  board: ['P03-06'],
}
