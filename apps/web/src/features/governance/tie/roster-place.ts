/** Where a node publishes the note of an epoch's roster, below its address. */
export function rosterPlace(epoch: number): string {
  return `/roster/${epoch}`;
}
