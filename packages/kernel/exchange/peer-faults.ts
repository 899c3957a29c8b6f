/** What members sent that no honest member sends. */
export const peerFaults = ["MALFORMED_FRAME", "CONTAINER_WRONG", "ACK_FORGED", "ITEM_WRONG", "BODY_WRONG"] as const;
export type PeerFault = (typeof peerFaults)[number];

/** Counts them by member, for the operator and for whoever chooses whom to ask. */
export class PeerFaults {
  readonly #counts = new Map<number, Map<PeerFault, number>>();

  add(member: number, fault: PeerFault): void {
    const counts = this.#counts.get(member) ?? new Map<PeerFault, number>();
    counts.set(fault, (counts.get(fault) ?? 0) + 1);
    this.#counts.set(member, counts);
  }

  count(member: number, fault: PeerFault): number {
    return this.#counts.get(member)?.get(fault) ?? 0;
  }

  /** What is known against a member; nothing where there is nothing. */
  of(member: number): Partial<Record<PeerFault, number>> {
    return Object.fromEntries(this.#counts.get(member) ?? []);
  }

  /** Numbers mean other members from now on. */
  clear(): void {
    this.#counts.clear();
  }
}
