import { type CanonicalObject, canonicalBytes, encodeCanonical } from "@mingbai/codec/canonical-json";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { foundingMembers } from "@mingbai/governance/founding-events";
import { governance } from "@mingbai/governance/index";
import { foundingEvents } from "@mingbai/identity/founding-events";
import { identity } from "@mingbai/identity/index";
import type { Role } from "@mingbai/ledger/authority/role";
import { containerKinds } from "@mingbai/ledger/container/container";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import type { Block } from "@mingbai/ledger/execute/block";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { memberCosignKey, memberLogKey } from "@mingbai/ledger/proofs/member-keys";
import { formatNote } from "@mingbai/ledger/proofs/note";
import { organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import { commandBodyHash } from "@mingbai/ledger/transaction/body";
import { encodeEnvelope, readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { encodeHeader, transactionKinds } from "@mingbai/ledger/transaction/header";
import { Replica } from "@mingbai/log/chain/replica";
import { cosign } from "@mingbai/log/merkle/cosign";
import { signCheckpoint } from "@mingbai/log/merkle/sign-checkpoint";
import { signRosterNote } from "@mingbai/log/merkle/sign-roster-note";
import { type SceneNode, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { TreeHashes } from "@mingbai/testkit/tree-hashes";
import { treasury } from "@mingbai/treasury/index";
import { ProjectedBlocks } from "@mingbai/treasury/testing/test-projected-blocks";
import { workflow } from "@mingbai/workflow/index";
import { levels } from "../index.ts";

/** A person of a test: their account is also the number of their key. */
export interface Person {
  readonly account: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

export interface Answer {
  /** The refusal's code, or "ok". */
  readonly code: string;
  readonly id: string;
  readonly detail: CanonicalObject | undefined;
  readonly events: readonly { readonly type: string; readonly data: CanonicalObject }[];
}

export const startMs = 1_800_000_000_000;
const registry = createRegistry([identity, workflow, treasury, governance, levels]);
const noId = new Uint8Array(32);

interface Parts {
  readonly name: string;
  readonly people: readonly Person[];
  readonly members: readonly string[];
  readonly nodes: readonly SceneNode[];
}

/** One whole ledger in memory: a replica that executes real blocks, its log with proofs, and the keys of those who keep it. */
export class LevelLedger {
  readonly parts: Parts;
  readonly replica: Replica;
  readonly hashes = new TreeHashes();
  readonly roster: Roster;
  readonly #leaves: { readonly leaf: Uint8Array; readonly events: string; readonly types: readonly string[] }[] = [];
  readonly #blocks: Block[] = [];
  readonly #sequences = new Map<string, number>();
  /** All blocks as the projector reads them from a log. */
  readonly projected = new ProjectedBlocks();
  timeMs = startMs;

  constructor(parts: Parts) {
    this.parts = parts;
    this.roster = sceneRosterOf(parts.nodes);
    const organisations = [...new Set(parts.people.map(({ organisation }) => organisation))];
    this.replica = new Replica(registry, {
      configuration: {
        name: parts.name,
        demo: true,
        reconstruction: false,
        currency: { code: "CNY", decimals: 2 },
        relyingParty: { id: "localhost", origins: ["http://localhost"] },
        zoneOffsetMinutes: 480,
        quotaUnitsPerMinute: Number.MAX_SAFE_INTEGER,
      },
      roster: this.roster,
      timeMs: startMs,
      events: [
        ...foundingEvents({
          organisations: organisations.map((id) => ({ id, name: { en: id, zh: id } })),
          actors: parts.people.map((person) => ({
            ...person,
            keys: [{ keyId: person.account, scheme: "ed25519", publicKey: publicKeyOf(person) }],
          })),
        }),
        ...foundingMembers(parts.members),
      ],
    });
  }

  get id(): string {
    return toHex(this.replica.chain);
  }

  get origin(): string {
    return `mingbai.example/${this.id.slice(0, 16)}`;
  }

  get state() {
    return this.replica.state;
  }

  /** Executes one command in a block of its own. */
  run(person: Person, command: string, input: CanonicalObject): Answer {
    const body = canonicalBytes(input);
    const sequence = (this.#sequences.get(person.account) ?? 0) + 1;
    this.#sequences.set(person.account, sequence);
    const header = encodeHeader({
      scheme: 1,
      lane: 0,
      kind: transactionKinds.command,
      bodyBytes: body.length,
      units: 1,
      keyId: person.account,
      sequence,
      expiryMs: this.timeMs + 60_000,
      chain: this.replica.chain,
      publicKey: fromHex(publicKeyOf(person)),
      after: new Uint8Array(32),
      command,
      bodyHash: commandBodyHash(body),
    });
    const envelope = readEnvelope(encodeEnvelope({ header, signature: new Uint8Array(64), body }));
    if (typeof envelope === "string") throw new Error(envelope);
    this.timeMs++;
    const height = this.replica.head.height + 1;
    const container = {
      header: {
        kind: containerKinds.gathered,
        origin: 0,
        chainTag: new Uint8Array(8),
        originSequence: height,
        expiryHeight: height + 10,
        bodyBytes: body.length,
        units: 1,
        bodyRoot: new Uint8Array(32),
      },
      batchId: new Uint8Array(32),
      envelopes: [{ ...envelope, linesRoot: new Uint8Array(32) }],
    };
    const last = this.#apply({ height, timeMs: this.timeMs, containers: [container] }).at(-1);
    if (last === undefined) throw new Error("the transaction has no place in the log");
    const { refusal, events } = last.outcome;
    return { code: refusal?.refused ?? "ok", id: toHex(envelope.id), detail: refusal?.detail, events };
  }

  /** The same history up to here, to go another way from here on: what a lying quorum would do. */
  fork(): LevelLedger {
    const twin = new LevelLedger(this.parts);
    for (const block of this.#blocks) twin.#apply(block);
    for (const [account, sequence] of this.#sequences) twin.#sequences.set(account, sequence);
    twin.timeMs = this.timeMs;
    return twin;
  }

  /** The checkpoint of a size as these nodes sign it, as the log and as cosigners. */
  async note(size = this.hashes.size, nodes: readonly SceneNode[] = this.parts.nodes): Promise<string> {
    return signTree({ origin: this.origin, size, root: this.hashes.root(size) }, { nodes, roster: this.roster });
  }

  /** The note of the roster of genesis, or of another one as the given nodes' organisations sign it. */
  rosterNote(
    roster: Roster = this.roster,
    {
      nodes = this.parts.nodes,
      fromSize = 0,
      fromHeight = 0,
    }: { nodes?: readonly SceneNode[]; fromSize?: number; fromHeight?: number } = {},
  ): Promise<string> {
    const { origin } = this;
    const signers = nodes.map((node) => {
      const member = [...roster.members, ...this.roster.members].find(
        ({ organisation }) => organisation === node.organisation,
      );
      if (member === undefined) throw new Error(`${node.organisation} is no member`);
      const sign = (message: Uint8Array) => node.organisationKey.sign({ message, id: noId });
      return { key: organisationNoteKey(origin, member), sign };
    });
    return signRosterNote({ origin, chain: this.replica.chain, fromSize, fromHeight, roster }, signers);
  }

  /** Indexes of the leaves whose events hold one of this type. */
  indexesOf(type: string): number[] {
    return this.#leaves.flatMap(({ types }, index) => (types.includes(type) ? [index] : []));
  }

  /** A leaf with its proof, as relays carry it. */
  prove(index: number, size = this.hashes.size) {
    const { leaf, events } = this.#leaves[index] ?? { leaf: new Uint8Array(224), events: "[]" };
    return {
      ledger: this.id,
      size,
      index,
      path: this.hashes.inclusion(index, size).map(toHex),
      leaf: toHex(leaf),
      events,
    };
  }

  #apply(block: Block) {
    this.#blocks.push(block);
    const { executed } = this.replica.apply(block);
    this.projected.add({ height: block.height, timeMs: block.timeMs, executed, envelope: undefined });
    for (const { leaf, outcome } of executed) {
      const events = outcome.events.map(({ type, data }) => ({ type, data }));
      this.hashes.append(leaf);
      this.#leaves.push({ leaf, events: encodeCanonical(events), types: events.map(({ type }) => type) });
    }
    return executed;
  }
}

/** A tree as a note signed by these nodes, each with the two keys that the roster has for it. */
export async function signTree(
  tree: { origin: string; size: number; root: Uint8Array },
  { nodes, roster }: { nodes: readonly SceneNode[]; roster: Roster },
): Promise<string> {
  const signed = nodes.map(async (node) => {
    const member = roster.members.find(({ organisation }) => organisation === node.organisation);
    if (member === undefined) throw new Error(`${node.organisation} is no member`);
    const logKey = memberLogKey(tree.origin, member);
    const log = await signCheckpoint(tree, { key: logKey, sign: (message) => node.log.sign({ message, id: noId }) });
    const key = memberCosignKey(tree.origin, member);
    const sign = (message: Uint8Array) => node.cosign.sign({ message, id: noId });
    return {
      text: log.text,
      signatures: [...log.signatures, await cosign(log.text, { key, sign, timeSeconds: 1_800_000_000 })],
    };
  });
  const notes = await Promise.all(signed);
  return formatNote({ text: notes[0]?.text ?? "", signatures: notes.flatMap(({ signatures }) => signatures) });
}

function publicKeyOf({ account }: Person): string {
  return account.slice(-2).repeat(32);
}

/** An account number from a small number. */
export function accountOf(number: number): string {
  return number.toString(16).padStart(16, "0");
}
