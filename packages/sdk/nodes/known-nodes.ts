import type { Number64 } from "@mingbai/codec/number64";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { chainView } from "@mingbai/http/ledger-views";
import { signInAt } from "../sign-in-at.ts";
import { askBy, type NodeLink, openNodeLink } from "./node-link.ts";

/** More nodes than any roster has members. */
export const nodesMax = 64;
/** A node that does not say within this which ledger it keeps is passed over. */
export const probeMsMax = 2_000;

/** A key that signs without asking anybody. */
export interface KeyAtHand {
  readonly signer: Signer;
  readonly keyId: Number64;
}

/** The client has gone on to another node. `session`: kept (signed in there too), lost (somebody was, and must do it again), none. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly session: "kept" | "lost" | "none";
}

/** The nodes of one ledger that a client knows, and the one in hand. */
export class KnownNodes {
  readonly #nodes: NodeLink[] = [];
  readonly #fetch: typeof fetch;
  readonly #listeners = new Set<(move: Move) => void>();
  #current: NodeLink;
  #chain: string | undefined;
  #moving: Promise<boolean> | undefined;
  /** The key to sign in with at another node; undefined where its person has to be asked. */
  findKey: () => Promise<KeyAtHand | undefined> = async () => undefined;

  /** Throws RangeError where there is no address. */
  constructor(urls: readonly string[], fetchAny: typeof fetch) {
    this.#fetch = fetchAny;
    this.learn({ urls });
    const [first] = this.#nodes;
    if (first === undefined) throw new RangeError("a client needs the address of a node");
    this.#current = first;
  }

  get current(): NodeLink {
    return this.#current;
  }

  get urls(): readonly string[] {
    return this.#nodes.map(({ url }) => url);
  }

  /** The one in hand, and the others behind it in their order. */
  get inTurn(): readonly NodeLink[] {
    const at = this.#nodes.indexOf(this.#current);
    return [...this.#nodes.slice(at), ...this.#nodes.slice(0, at)];
  }

  /** Takes further addresses; given the ledger's number, only nodes that keep that ledger are gone on to. */
  learn({ urls, chain }: { urls: readonly string[]; chain?: string | undefined }): void {
    if (chain !== undefined) this.#chain ??= chain;
    for (const given of urls) {
      const url = given.replace(/\/$/, "");
      const isKnown = this.#nodes.some((node) => node.url === url);
      if (!isKnown && this.#nodes.length < nodesMax) this.#nodes.push(openNodeLink(url, this.#fetch));
    }
  }

  /** Hears of each move from now on; the answer ends the hearing. */
  onMove(listener: (move: Move) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether this node says in time which ledger it keeps, and it is ours. */
  async isThere(node: NodeLink): Promise<boolean> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), probeMsMax);
    try {
      const { chain } = await askBy(node.send, chainView, {}, { signal: limit.signal });
      return this.#chain === undefined || this.#chain === chain;
    } catch {
      // Whatever kept it from answering, it is not a node to go on with.
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Goes on from a node that is gone to one that answers, once for all who ask. False where none does. */
  moveFrom(gone: NodeLink): Promise<boolean> {
    if (this.#current !== gone) return Promise.resolve(true);
    this.#moving ??= this.#move(gone).finally(() => {
      this.#moving = undefined;
    });
    return this.#moving;
  }

  async #move(gone: NodeLink): Promise<boolean> {
    const asked = this.inTurn.slice(1).map(async (node) => {
      if (!(await this.isThere(node))) throw new Error(`${node.url} is away`);
      return node;
    });
    const next = await Promise.any(asked).catch(() => undefined);
    if (next === undefined) return false;
    const session = await this.#carrySession(gone, next);
    this.#current = next;
    for (const listener of this.#listeners) listener({ from: gone.url, to: next.url, session });
    return true;
  }

  async #carrySession(gone: NodeLink, next: NodeLink): Promise<Move["session"]> {
    if (gone.session.csrf === undefined) return "none";
    // It may come back; the session there is no longer this client's.
    gone.session.csrf = undefined;
    const key = await this.findKey();
    if (key === undefined) return "lost";
    try {
      await signInAt(next, key);
      return "kept";
    } catch {
      // Refused or cut: the person signs in by hand, and is told why then.
      return "lost";
    }
  }
}
