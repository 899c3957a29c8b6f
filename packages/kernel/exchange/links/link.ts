import type { TLSSocket } from "node:tls";
import { equalBytes } from "@mingbai/codec/bytes";
import type { Clock } from "../ports/clock.ts";
import type { LaneName } from "./hello.ts";
import { Lane, type Traffic } from "./lane.ts";
import type { LinkLimits } from "./limits.ts";
import type { LinkFault } from "./link-fault.ts";

interface LinkSettings {
  readonly id: Uint8Array;
  readonly clock: Clock;
  readonly limits: LinkLimits;
  readonly traffic: Traffic;
  readonly onFrame: (frame: Uint8Array) => void;
  /** Both lanes are there. */
  readonly onStand: () => void;
  /** Once, whether it stood or not. */
  readonly onEnd: (fault: LinkFault) => void;
}

/** The two lanes between this node and a peer: it stands when both do, and ends with either. */
export class Link {
  readonly #settings: LinkSettings;
  readonly #lanes = new Map<LaneName, Lane>();
  readonly #ended = Promise.withResolvers<LinkFault>();
  #hasEnded = false;
  #standsSinceMs: number | undefined;
  #cancelTimer: () => void;
  #heldUntilMs = 0;
  #cancelHold: () => void = () => undefined;

  constructor(settings: LinkSettings) {
    this.#settings = settings;
    const { clock, limits } = settings;
    this.#cancelTimer = clock.after(limits.helloMsMax, () => this.close("HELLO_LATE"));
  }

  /** Resolves with the reason once the link is no more. */
  get ended(): Promise<LinkFault> {
    return this.#ended.promise;
  }

  get standsSinceMs(): number | undefined {
    return this.#standsSinceMs;
  }

  get roundTripMs(): number | undefined {
    return this.#lanes.get("urgent")?.roundTripMs;
  }

  get queuedBytes(): number {
    return this.#lanes.values().reduce((sum, lane) => sum + lane.queuedBytes, 0);
  }

  /** True where the link waits for this lane of this id. */
  awaits(name: LaneName, id: Uint8Array): boolean {
    return !this.#hasEnded && !this.#lanes.has(name) && equalBytes(id, this.#settings.id);
  }

  addLane(name: LaneName, socket: TLSSocket): void {
    const { clock, limits, traffic, onFrame } = this.#settings;
    const isUrgent = name === "urgent";
    const lane = new Lane({
      socket,
      clock,
      frameBytesMax: isUrgent ? limits.urgentFrameBytesMax : limits.frameBytesMax,
      queueBytesMax: isUrgent ? limits.urgentQueueBytesMax : limits.bulkQueueBytesMax,
      silentPingsMax: limits.silentPingsMax,
      closeMsMax: limits.closeMsMax,
      traffic,
      onFrame,
      onEnd: (fault) => this.close(fault),
    });
    this.#lanes.set(name, lane);
    if (this.#lanes.size === 2) this.#stand();
  }

  /** False while the link does not stand, or where the frame's lane is full. Throws RangeError for a frame that no peer takes. */
  send(frame: Uint8Array): boolean {
    const { frameBytesMax, urgentFrameBytesMax } = this.#settings.limits;
    if (frame.length === 0 || frame.length > frameBytesMax) {
      throw new RangeError(`a frame has 1 to ${frameBytesMax} bytes, this one ${frame.length}`);
    }
    if (this.#standsSinceMs === undefined || this.#hasEnded) return false;
    const lane = this.#lanes.get(frame.length <= urgentFrameBytesMax ? "urgent" : "bulk");
    return lane?.send(frame) ?? false;
  }

  /** Reads nothing of the peer for so long, `holdMsMax` at most. */
  hold(ms: number): void {
    const { clock, limits } = this.#settings;
    if (this.#hasEnded || this.#standsSinceMs === undefined) return;
    const isHeld = this.#heldUntilMs > 0;
    this.#heldUntilMs = clock.now() + Math.min(ms, limits.holdMsMax);
    if (isHeld) return;
    for (const lane of this.#lanes.values()) lane.hold(true);
    this.#awaitHeld();
  }

  close(fault: LinkFault): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#cancelTimer();
    this.#cancelHold();
    for (const lane of this.#lanes.values()) lane.close(fault);
    this.#settings.onEnd(fault);
    this.#ended.resolve(fault);
  }

  #stand(): void {
    this.#cancelTimer();
    this.#standsSinceMs = this.#settings.clock.now();
    this.#ping();
    this.#settings.onStand();
    // Not before both stand: the peer may know it sooner, and its first frame overtake its answer on the other lane.
    for (const lane of this.#lanes.values()) lane.start();
  }

  /** What was under way when it was held may have made it longer. */
  #awaitHeld(): void {
    const { clock } = this.#settings;
    const leftMs = this.#heldUntilMs - clock.now();
    if (leftMs > 0) {
      this.#cancelHold = clock.after(leftMs, () => this.#awaitHeld());
      return;
    }
    this.#heldUntilMs = 0;
    for (const lane of this.#lanes.values()) lane.hold(false);
  }

  #ping(): void {
    for (const lane of this.#lanes.values()) lane.ping();
    if (this.#hasEnded) return;
    this.#cancelTimer = this.#settings.clock.after(this.#settings.limits.pingEveryMs, () => this.#ping());
  }
}
