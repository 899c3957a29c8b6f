import { faultsBurstMax, faultsPerSecondMax } from "./limits.ts";
import type { Clock } from "./ports/clock.ts";

/** What members sent that no honest member sends. */
export const peerFaults = ["MALFORMED_FRAME", "CONTAINER_WRONG", "ACK_FORGED", "ITEM_WRONG", "BODY_WRONG"] as const;
export type PeerFault = (typeof peerFaults)[number];

interface Known {
  readonly counts: Map<PeerFault, number>;
  /** Faults that are still forgiven, as of `atMs`. */
  forgiven: number;
  atMs: number;
}

/**
 * Counts faults by member, for the operator. Who makes more than now and then one is not listened to for a while: each
 * fault has cost a verification, and a member that only lies must not take the time of those that do not.
 */
export class PeerFaults {
  readonly #clock: Clock;
  readonly #members = new Map<number, Known>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(member: number, fault: PeerFault): void {
    const known = this.#refill(member) ?? { counts: new Map(), forgiven: faultsBurstMax, atMs: this.#clock.now() };
    this.#members.set(member, known);
    known.counts.set(fault, (known.counts.get(fault) ?? 0) + 1);
    known.forgiven = Math.max(0, known.forgiven - 1);
  }

  /** True while nothing that this member sends is looked at. */
  isMuted(member: number): boolean {
    const known = this.#refill(member);
    return known !== undefined && known.forgiven < 1;
  }

  /** What is known against a member; nothing where there is nothing. */
  of(member: number): Partial<Record<PeerFault, number>> {
    return Object.fromEntries(this.#members.get(member)?.counts ?? []);
  }

  /** Numbers mean other members from now on. */
  clear(): void {
    this.#members.clear();
  }

  #refill(member: number): Known | undefined {
    const known = this.#members.get(member);
    if (known === undefined) return undefined;
    const nowMs = this.#clock.now();
    const regained = ((nowMs - known.atMs) * faultsPerSecondMax) / 1_000;
    known.forgiven = Math.min(faultsBurstMax, known.forgiven + regained);
    known.atMs = nowMs;
    return known;
  }
}
