// Points that would lie on top of each other become one: as many as a thumb cannot tell apart at this size.
export type Marked<T> = { at: readonly [x: number, y: number]; of: T }
export type Cluster<T> = { at: readonly [x: number, y: number]; all: T[] }

/** In the order given; a point joins the first cluster within `reach` of its first point. */
export function clustersOf<T>(points: readonly Marked<T>[], reach: number): Cluster<T>[] {
  const clusters: Cluster<T>[] = []
  for (const { at, of } of points) {
    const near = clusters.find((one) => Math.hypot(one.at[0] - at[0], one.at[1] - at[1]) < reach)
    if (near === undefined) clusters.push({ at, all: [of] })
    else near.all.push(of)
  }
  return clusters
}
