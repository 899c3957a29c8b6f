import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { linesRoot } from "@mingbai/codec/line-tree/lines-root";
import { foundingMembers } from "@mingbai/governance/founding-events";
import { governance } from "@mingbai/governance/index";
import { foundingEvents } from "@mingbai/identity/founding-events";
import { identity } from "@mingbai/identity/index";
import type { Role } from "@mingbai/ledger/authority/role";
import { containerKinds } from "@mingbai/ledger/container/container";
import { type AuditFacts, auditSentence } from "@mingbai/ledger/definition/audit-sentence";
import type { Moment } from "@mingbai/ledger/definition/event";
import { createRegistry, type Registry } from "@mingbai/ledger/definition/registry";
import type { Block, DoubleVote } from "@mingbai/ledger/execute/block";
import { type Executed, executeBlock } from "@mingbai/ledger/execute/execute-block";
import type { Outcome } from "@mingbai/ledger/execute/outcome";
import { foundState } from "@mingbai/ledger/genesis/genesis";
import { commandBodyHash, findPaymentBody, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { type Envelope, encodeEnvelope, readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { encodeHeader, transactionKinds } from "@mingbai/ledger/transaction/header";
import { levels } from "@mingbai/levels/index";
import { posts } from "@mingbai/posts/index";
import { registry as householdFiles } from "@mingbai/registry/index";
import { sampleRoster } from "@mingbai/testkit/sample-domain/sample-ledger";
import { workflow } from "@mingbai/workflow/index";
import { treasury } from "../index.ts";
import { payBatchName } from "../schema.ts";

/** A person of a test: their account is also the number of their key. */
export interface Person {
  readonly account: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
  /** Hexadecimal; without it one that nobody can sign with. */
  readonly publicKey?: string;
}

export interface Answer {
  /** The refusal's code, or "ok". */
  readonly code: string;
  readonly id: string;
  readonly outcome: Outcome;
}

/** A block as it was executed, with the one envelope that it holds, if any. */
export interface ExecutedBlock {
  readonly height: number;
  readonly timeMs: number;
  readonly executed: readonly Executed[];
  readonly envelope: Envelope | undefined;
}

export const startMs = 1_800_000_000_000;
const chain = new Uint8Array(32);
const currency = { code: "CNY", decimals: 2 };

/**
 * A ledger in memory that executes through the real block executor, one transaction a block. Signatures are not
 * checked here: that happens before a transaction is stored.
 */
export function testLedger(
  people: readonly Person[],
  options: {
    reconstruction?: boolean;
    demo?: boolean;
    /** Ordered by a network of one member. */
    network?: true;
    members?: readonly string[];
    onBlock?: (block: ExecutedBlock) => void;
  } = {},
) {
  const registry = createRegistry([identity, workflow, treasury, governance, levels, posts, householdFiles]);
  const organisations = [...new Set(people.map(({ organisation }) => organisation))];
  const state = foundState(registry, {
    configuration: {
      name: "test",
      demo: options.demo ?? true,
      reconstruction: options.reconstruction ?? false,
      currency,
      relyingParty: { id: "localhost", origins: ["http://localhost"] },
      zoneOffsetMinutes: 480,
      quotaUnitsPerMinute: Number.MAX_SAFE_INTEGER,
      ...(options.network && { network: options.network }),
    },
    roster: sampleRoster,
    timeMs: startMs,
    events: [
      ...foundingEvents({
        organisations: organisations.map((id) => ({ id, name: { en: id, zh: id } })),
        actors: people.map((person) => ({
          ...person,
          keys: [{ keyId: person.account, scheme: "ed25519", publicKey: publicKeyOf(person) }],
        })),
      }),
      ...foundingMembers(options.members ?? []),
    ],
  });
  const sequences = new Map<string, number>();
  let effects: Uint8Array = new Uint8Array(32);
  const ledger = {
    registry,
    state,
    height: 0,
    timeMs: startMs,
    get effects() {
      return effects;
    },
    /** Executes one command in a block of its own. */
    run(person: Person, verb: string, input: CanonicalObject): Answer {
      const command = verb.includes(".") ? verb : `treasury.${verb}`;
      const answer = send(person, { command, body: canonicalBytes(input), isBatch: false });
      if (answer.code === "ok") checkSentence(registry, { command, input, events: answer.outcome.events });
      return answer;
    },
    /** Executes one batch in a block of its own. */
    runBatch: (person: Person, body: Uint8Array): Answer =>
      send(person, { command: payBatchName, body, isBatch: true }),
    /** An empty block at a later time. */
    wait(ms: number): void {
      ledger.timeMs += ms;
      run({ containers: [] }, undefined);
    },
    /** A block in which the engine proves that a member voted twice. */
    proveDoubleVote: (vote: DoubleVote): void => void run({ containers: [], doubleVotes: [vote] }, undefined),
  };

  function run(parts: Omit<Block, keyof Moment>, envelope: Envelope | undefined) {
    ledger.height++;
    const { height, timeMs } = ledger;
    const done = executeBlock({ state, registry, chain, effects }, { height, timeMs, ...parts });
    effects = done.effects;
    options.onBlock?.({ height, timeMs, executed: done.executed, envelope });
    return done;
  }

  function send(
    person: Person,
    { command, body, isBatch }: { command: string; body: Uint8Array; isBatch: boolean },
  ): Answer {
    const sequence = (sequences.get(person.account) ?? 0) + 1;
    sequences.set(person.account, sequence);
    const payments = isBatch ? findPaymentBody(body) : undefined;
    const header = encodeHeader({
      scheme: 1,
      lane: 0,
      kind: isBatch ? transactionKinds.payments : transactionKinds.command,
      bodyBytes: body.length,
      units: payments?.count ?? 1,
      keyId: person.account,
      sequence,
      expiryMs: ledger.timeMs + 60_000,
      chain,
      publicKey: fromHex(publicKeyOf(person)),
      after: new Uint8Array(32),
      command,
      bodyHash: payments === undefined ? commandBodyHash(body) : paymentBodyHash(payments),
    });
    const envelope = readEnvelope(encodeEnvelope({ header, signature: new Uint8Array(64), body }));
    if (typeof envelope === "string") throw new Error(envelope);
    const root = payments === undefined ? new Uint8Array(32) : linesRoot(payments.lines);
    const container = {
      header: {
        kind: isBatch ? containerKinds.payments : containerKinds.gathered,
        origin: 0,
        chainTag: new Uint8Array(8),
        originSequence: ledger.height,
        expiryHeight: ledger.height + 10,
        bodyBytes: body.length,
        units: envelope.header.units,
        bodyRoot: new Uint8Array(32),
      },
      batchId: new Uint8Array(32),
      envelopes: [{ ...envelope, linesRoot: root }],
    };
    const done = run({ containers: [container] }, envelope);
    const last = done.executed.at(-1);
    if (last === undefined) throw new Error("the transaction has no place in the log");
    const { outcome } = last;
    return { code: outcome.refusal?.refused ?? "ok", id: toHex(envelope.id), outcome };
  }
  return ledger;
}

export type TestLedger = ReturnType<typeof testLedger>;

/** The audit trail's sentence is filled from the events: they must say what the input said. */
function checkSentence(
  registry: Registry,
  { command, input, events }: { command: string; input: CanonicalObject; events: AuditFacts["events"] },
): void {
  const language = { registry, currency };
  const facts = { command, result: "ok", lines: 0 };
  const told = auditSentence(language, { ...facts, events }).en;
  const asked = auditSentence(language, { ...facts, events: [{ data: input }] }).en;
  if (told !== asked) throw new Error(`${command} was "${asked}", and its events say "${told}"`);
}

function publicKeyOf({ account, publicKey }: Person): string {
  return publicKey ?? account.slice(-2).repeat(32);
}

/** An account number from a small number. */
export function accountOf(number: number): string {
  return number.toString(16).padStart(16, "0");
}
