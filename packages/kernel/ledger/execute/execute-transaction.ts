import { equalBytes } from "@mingbai/codec/bytes";
import { findCanonical } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { frozenOrganisationTable } from "../authority/frozen.ts";
import { isInForce, type KeyRecord, keyTable } from "../authority/key.ts";
import { chargeQuota } from "../authority/quota.ts";
import { type Actor, isAllowed } from "../authority/role.ts";
import { findActor } from "../authority/roles-in-force.ts";
import type { Command } from "../definition/command.ts";
import type { Event, Moment } from "../definition/event.ts";
import type { Registry } from "../definition/registry.ts";
import { rulesVersionInForce } from "../genesis/rules-version.ts";
import { isRefusal, type Refusal, refuseByLedger } from "../refusal.ts";
import { judgeFormerUse, rememberExecuted } from "../replay/executed.ts";
import { judgeSequence, rememberAccepted, useSequence, wasAccepted } from "../replay/window.ts";
import type { State } from "../state/state.ts";
import { type Envelope, findPayments } from "../transaction/envelope.ts";
import { isZero, laneMax, transactionKinds } from "../transaction/header.ts";
import { findAssertionFault } from "./assertion.ts";
import { acceptedOutcome, type Outcome, refusedOutcome } from "./outcome.ts";

export const expiryAheadMsMax = 24 * 60 * 60 * 1_000;

/**
 * Executes one ordered transaction, whose signature and body hash were checked before it was stored. Undefined where
 * it has no place in the log at all: signed for another chain, unknown key, a sequence number too far ahead, or one under
 * which these very bytes have left a leaf (or that was used so long ago that nobody knows by what): a second leaf would say
 * of an accepted act that it was refused.
 * Everything else is final, a refusal too. PERF: once a batch of up to 8,192 lines, or 17,000 single commands a second.
 */
export function executeTransaction(
  { state, registry, chain, moment }: Execution & { readonly chain: Uint8Array },
  envelope: Envelope,
): Outcome | undefined {
  const { header } = envelope;
  if (!equalBytes(header.chain, chain)) return undefined;
  const key = findKey(state, envelope);
  if (key === undefined) return undefined;
  const verdict = judgeSequence(state, header, header.sequence);
  if (verdict === "too far") return undefined;
  const used = { sequence: header.sequence, id: envelope.id };
  if (verdict === "used") {
    if (judgeFormerUse(state, header, used) !== "other") return undefined;
    rememberExecuted(state, header, used);
    return refusedOutcome(refuseByLedger("SEQUENCE_USED"));
  }
  useSequence(state, header, header.sequence);
  rememberExecuted(state, header, used);
  const held = findActor(state, key.account, moment.timeMs) ?? nobody;
  const actor = { account: key.account, keyId: header.keyId, ...held };
  const refusal = findHeaderRefusal({ state, key, actor, moment }, envelope);
  if (refusal !== undefined) return refusedOutcome(refusal);
  const outcome = carryOut({ state, registry, chain, moment, actor }, envelope);
  if (outcome.refusal === undefined) rememberAccepted(state, header, toHex(envelope.id));
  for (const event of outcome.events) applyEvent({ state, registry, moment }, event);
  return outcome;
}

const nobody = { organisation: "", roles: [] };

/** The key that the header names, if the ledger knows it by this number with these bytes. */
function findKey(state: State, { header }: Envelope): KeyRecord | undefined {
  const key = state.table(keyTable).find(header.keyId);
  return key?.scheme === header.scheme && key.publicKey === toHex(header.publicKey) ? key : undefined;
}

interface Judged {
  readonly state: State;
  readonly key: KeyRecord;
  readonly actor: Actor;
  readonly moment: Moment;
}

/** The first reason, in declared order, why the header alone decides against the transaction. */
function findHeaderRefusal({ state, key, actor, moment }: Judged, envelope: Envelope): Refusal | undefined {
  const { header } = envelope;
  if (header.expiryMs < moment.timeMs) return refuseByLedger("EXPIRED");
  if (header.expiryMs > moment.timeMs + expiryAheadMsMax) return refuseByLedger("EXPIRY_TOO_FAR");
  if (!isInForce(key, moment.height)) return refuseByLedger("KEY_NOT_IN_FORCE");
  const { organisation } = actor;
  if (state.table(frozenOrganisationTable).find(organisation) !== undefined) {
    return refuseByLedger("ORGANISATION_FROZEN", { organisation });
  }
  const fault = findAssertionFault(state, envelope);
  if (fault !== undefined) return refuseByLedger("ASSERTION_REFUSED", { fault });
  if (!isZero(header.after) && !wasAccepted(state, header.keyId, laneMax + 1, toHex(header.after))) {
    return refuseByLedger("AFTER_MISSING");
  }
  const use = { organisation, units: header.units, timeMs: moment.timeMs };
  return chargeQuota(state, use) ? undefined : refuseByLedger("OVER_QUOTA");
}

interface Execution {
  readonly state: State;
  readonly registry: Registry;
  readonly moment: Moment;
}

interface Acting extends Execution {
  readonly chain: Uint8Array;
  readonly actor: Actor;
}

function carryOut(execution: Acting, envelope: Envelope): Outcome {
  return envelope.header.kind === transactionKinds.command
    ? carryOutCommand(execution, envelope)
    : carryOutPayments(execution, envelope);
}

function carryOutCommand({ state, registry, chain, moment, actor }: Acting, envelope: Envelope): Outcome {
  const command = registry.commands.get(envelope.header.command);
  if (command === undefined || !isKnown(command, { state, moment }))
    return refusedOutcome(refuseByLedger("COMMAND_UNKNOWN"));
  if (!isAllowed(actor, command.allow)) return refusedOutcome(refuseByLedger("NOT_ALLOWED"));
  const input = findCanonical(envelope.body);
  if (input === undefined) return refusedOutcome(refuseByLedger("BODY_INVALID"));
  const answer = command.run({ state, actor, moment, id: toHex(envelope.id), chain }, input);
  if (answer === undefined) return refusedOutcome(refuseByLedger("BODY_INVALID"));
  return isRefusal(answer) ? refusedOutcome(answer) : acceptedOutcome(answer);
}

/** What a later program brings is unknown to all until members have voted it in. PERF: nothing is asked for most. */
function isKnown({ rulesVersion = 1 }: Command, { state, moment }: Pick<Execution, "state" | "moment">): boolean {
  return rulesVersion === 1 || rulesVersion <= rulesVersionInForce(state, moment.height);
}

function carryOutPayments({ state, registry, moment, actor }: Acting, envelope: Envelope): Outcome {
  const handler = registry.payments.get(envelope.header.command);
  const body = findPayments(envelope);
  if (handler === undefined) return refusedOutcome(refuseByLedger("COMMAND_UNKNOWN"));
  if (!isAllowed(actor, handler.allow)) return refusedOutcome(refuseByLedger("NOT_ALLOWED"));
  if (body === undefined) return refusedOutcome(refuseByLedger("BODY_INVALID"));
  const context = { state, actor, moment, id: toHex(envelope.id), bodyHash: envelope.header.bodyHash };
  const answer = handler.execute(context, body);
  if (isRefusal(answer)) return refusedOutcome(answer);
  const someRefused = answer.results.some((code) => code !== 0);
  return acceptedOutcome(answer.events, someRefused ? answer.results.slice() : undefined);
}

/** Lets an event change the state. Throws where no domain defines it: that is a bug, and the node must stop. */
export function applyEvent({ state, registry, moment }: Execution, event: Event): void {
  const definition = registry.events.get(event.type);
  if (definition === undefined) throw new Error(`no domain defines the event ${event.type}`);
  definition.apply(state, event.data, moment);
}
