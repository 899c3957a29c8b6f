import type { TLSSocket } from "node:tls";
import type { Clock } from "../ports/clock.ts";
import type { Hello } from "./hello.ts";
import type { Traffic } from "./lane.ts";
import type { LinkLimits } from "./limits.ts";
import { Link } from "./link.ts";
import type { FaultNote, LinkFault } from "./link-fault.ts";
import type { PeerStatus } from "./peer-status.ts";

/** What all peers of a node share. */
export interface PeerSurroundings {
  readonly clock: Clock;
  readonly limits: LinkLimits;
  readonly onFrame: (member: number, frame: Uint8Array) => void;
  readonly onPeer: (member: number, isThere: boolean) => void;
  readonly onFault: (note: FaultNote) => void;
}

interface PeerSettings extends PeerSurroundings {
  readonly member: number;
  readonly publicKey: Uint8Array;
  /** True where this node calls the peer, false where it is called. */
  readonly isDialled: boolean;
}

/** Somebody whose key is pinned, whether a link to it stands or not; at most one does. */
export class Peer {
  readonly #settings: PeerSettings;
  readonly #traffic: Traffic = { inBytes: 0, outBytes: 0 };
  #link: Link | undefined;
  #epoch: number | undefined;
  #lastFault: { readonly fault: LinkFault; readonly atMs: number } | undefined;

  constructor(settings: PeerSettings) {
    this.#settings = settings;
  }

  get member(): number {
    return this.#settings.member;
  }

  get publicKey(): Uint8Array {
    return this.#settings.publicKey;
  }

  get isDialled(): boolean {
    return this.#settings.isDialled;
  }

  get link(): Link | undefined {
    return this.#link;
  }

  send(frame: Uint8Array): boolean {
    return this.#link?.send(frame) ?? false;
  }

  /** Ends the link, if there is one. */
  close(fault: LinkFault): void {
    this.#link?.close(fault);
  }

  noteFault(fault: LinkFault): void {
    const { clock, onFault, member } = this.#settings;
    this.#lastFault = { fault, atMs: clock.now() };
    onFault({ member, fault });
  }

  status(): PeerStatus {
    const nowMs = this.#settings.clock.now();
    const sinceMs = this.#link?.standsSinceMs;
    return {
      member: this.member,
      publicKey: this.publicKey,
      connectedForMs: sinceMs === undefined ? undefined : nowMs - sinceMs,
      epoch: this.#epoch,
      roundTripMs: this.#link?.roundTripMs,
      queuedBytes: this.#link?.queuedBytes ?? 0,
      ...this.#traffic,
      lastFault: this.#lastFault && { fault: this.#lastFault.fault, agoMs: nowMs - this.#lastFault.atMs },
    };
  }

  /** Begins a link with its urgent lane, after the hellos of both sides and in place of any link that was. */
  beginLink({ linkId, epoch }: Hello, socket: TLSSocket): Link {
    this.#link?.close("REPLACED");
    this.#epoch = epoch;
    const { clock, limits, onFrame, onPeer, member } = this.#settings;
    const link = new Link({
      id: linkId,
      clock,
      limits,
      traffic: this.#traffic,
      onFrame: (frame) => onFrame(member, frame),
      onStand: () => onPeer(member, true),
      onEnd: (fault) => {
        this.#link = undefined;
        this.noteFault(fault);
        if (link.standsSinceMs !== undefined) onPeer(member, false);
      },
    });
    this.#link = link;
    link.addLane("urgent", socket);
    return link;
  }
}
