/** The one before which an update has to wait so that at most so many run at the same time. */
export function waitsFor<T>(list: readonly T[], place: number, most: number): T | undefined {
  return place < most ? undefined : list[place - most];
}
