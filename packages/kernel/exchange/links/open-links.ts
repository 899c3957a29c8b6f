import { toHex } from "@mingbai/codec/hex";
import type { Clock } from "../ports/clock.ts";
import type { Links } from "../ports/links.ts";
import { type Acceptor, acceptLanes } from "./accept-lanes.ts";
import { keepDialling } from "./keep-dialling.ts";
import { type LinkLimits, linkLimits } from "./limits.ts";
import type { FaultNote, LinkFault } from "./link-fault.ts";
import { Peer, type PeerSurroundings } from "./peer.ts";
import type { LinksStatus } from "./peer-status.ts";
import { isSamePinned, type Pinned, type PinnedKeys, pinnedPeers } from "./pinned.ts";
import { makeTlsIdentity, type TlsIdentity } from "./tls-identity.ts";

export interface LinksSettings extends PinnedKeys {
  /** Seed of the Ed25519 key by which the others know this node, 32 bytes. */
  readonly ownSeed: Uint8Array;
  /** As transactions name it, 32 bytes. */
  readonly chain: Uint8Array;
  /** Absent for a node that only dials. Port 0 finds a free one. */
  readonly listen?: { readonly host: string; readonly port: number };
  readonly clock: Clock;
  readonly limits?: Partial<LinkLimits>;
  /** Hears each refusal and each end of a link, for logs. */
  readonly onFault?: (note: FaultNote) => void;
}

/** Links over TLS 1.3, as they run in a node. */
export interface OpenLinks extends Links {
  /** Raw Ed25519, 32 bytes: what the others pin. */
  readonly publicKey: Uint8Array;
  /** Undefined where nothing is listened on. */
  readonly port: number | undefined;
  /** Another roster, other observers: who is no longer pinned is cut off at once, who is new is dialled or let in. */
  setMembers(pinned: PinnedKeys): void;
  hold(member: number, ms: number): void;
  status(): LinksStatus;
  /** Closes all links so that the peers see a clean end. What was queued is not sent. */
  close(): Promise<void>;
}

/**
 * Opens the links of a node: it listens, and dials those that it is the one to dial, for ever. Rejects where the address
 * cannot be listened on; throws RangeError where a key or a number stands twice or a length is wrong.
 */
export async function openLinks(settings: LinksSettings): Promise<OpenLinks> {
  const links = new NodeLinks(settings);
  await links.open();
  return links;
}

interface Entry {
  readonly pinned: Pinned;
  readonly peer: Peer;
  readonly dialling: AbortController;
}

class NodeLinks implements OpenLinks {
  readonly #settings: LinksSettings;
  readonly #limits: LinkLimits;
  readonly #identity: TlsIdentity;
  readonly #byKey = new Map<string, Entry>();
  readonly #byMember = new Map<number, Peer>();
  readonly #refused: Partial<Record<LinkFault, number>> = {};
  #acceptor: Acceptor | undefined;
  #epoch: number;
  #isClosed = false;
  #onFrame: (member: number, frame: Uint8Array) => void = () => {};
  #onPeer: (member: number, isThere: boolean) => void = () => {};

  constructor(settings: LinksSettings) {
    this.#settings = settings;
    this.#limits = { ...linkLimits, ...settings.limits };
    this.#identity = makeTlsIdentity(settings.ownSeed);
    this.#epoch = settings.epoch;
  }

  get publicKey(): Uint8Array {
    return this.#identity.publicKey;
  }

  get port(): number | undefined {
    return this.#acceptor?.port;
  }

  async open(): Promise<void> {
    const { listen, clock, chain } = this.#settings;
    if (listen !== undefined) {
      this.#acceptor = await acceptLanes({
        ...listen,
        identity: this.#identity,
        chain,
        epoch: () => this.#epoch,
        clock,
        limits: this.#limits,
        findPeer: (publicKey) => this.#byKey.get(toHex(publicKey))?.peer,
        onRefused: (note) => this.#countRefused(note),
      });
    }
    this.setMembers(this.#settings);
  }

  send(member: number, frame: Uint8Array): boolean {
    return this.#byMember.get(member)?.send(frame) ?? false;
  }

  hold(member: number, ms: number): void {
    this.#byMember.get(member)?.link?.hold(ms);
  }

  onFrame(listener: (member: number, frame: Uint8Array) => void): void {
    this.#onFrame = listener;
  }

  onPeer(listener: (member: number, isThere: boolean) => void): void {
    this.#onPeer = listener;
    for (const peer of this.#byMember.values()) if (peer.link?.standsSinceMs !== undefined) listener(peer.member, true);
  }

  setMembers(pinnedKeys: PinnedKeys): void {
    const wanted = pinnedPeers(this.publicKey, pinnedKeys);
    // A roster may come into force while the node stops.
    if (this.#isClosed) return;
    this.#epoch = pinnedKeys.epoch;
    for (const [key, entry] of this.#byKey) {
      if (!isSamePinned(entry.pinned, wanted.get(key))) this.#remove(key, entry);
    }
    for (const [key, pinned] of wanted) if (!this.#byKey.has(key)) this.#add(key, pinned);
  }

  status(): LinksStatus {
    const peers = [...this.#byMember.values()].map((peer) => peer.status());
    return { peers: peers.toSorted((a, b) => a.member - b.member), refused: { ...this.#refused } };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { peer, dialling } of this.#byKey.values()) {
      dialling.abort();
      peer.close("CLOSED_HERE");
    }
    await this.#acceptor?.close();
  }

  #remove(key: string, { peer, dialling }: Entry): void {
    dialling.abort();
    this.#byKey.delete(key);
    this.#byMember.delete(peer.member);
    peer.close("MEMBER_REMOVED");
  }

  #add(key: string, pinned: Pinned): void {
    const { clock, chain } = this.#settings;
    const { address } = pinned;
    const limits = this.#limits;
    const peer = new Peer({ ...this.#surroundings(), ...pinned, isDialled: address !== undefined });
    const dialling = new AbortController();
    this.#byKey.set(key, { pinned, peer, dialling });
    this.#byMember.set(pinned.member, peer);
    if (address === undefined) return;
    const { signal } = dialling;
    void keepDialling({
      peer,
      address,
      identity: this.#identity,
      chain,
      epoch: () => this.#epoch,
      clock,
      limits,
      signal,
    });
  }

  #surroundings(): PeerSurroundings {
    return {
      clock: this.#settings.clock,
      limits: this.#limits,
      onFrame: (member, frame) => this.#onFrame(member, frame),
      onPeer: (member, isThere) => this.#onPeer(member, isThere),
      onFault: (note) => this.#settings.onFault?.(note),
    };
  }

  #countRefused(note: FaultNote): void {
    this.#refused[note.fault] = (this.#refused[note.fault] ?? 0) + 1;
    this.#settings.onFault?.(note);
  }
}
