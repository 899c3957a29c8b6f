import { findBase64 } from "@mingbai/codec/base64";
import { equalBytes } from "@mingbai/codec/bytes";
import { findLeaf } from "@mingbai/ledger/execute/leaf";
import { rosterHash } from "@mingbai/ledger/genesis/roster";
import { findRosterNote } from "@mingbai/ledger/proofs/roster-note";
import { findHeader, type TransactionHeader } from "@mingbai/ledger/transaction/header";
import { erasureStatement } from "@mingbai/registry/content/texts/erasure-statement";
import { AcknowledgeErasure, DecideErasure, RequestErasure } from "@mingbai/registry/schema";
import type { z } from "zod";
import { type ErasureProof, findErasureProof } from "./erasure-proof.ts";
import { judgeReceipt } from "./judge-receipt.ts";
import type { Receipt } from "./receipt.ts";
import type { ReceiptTrust } from "./receipt-trust.ts";
import type { ReceiptFact } from "./verify-receipt.ts";

/** In the order in which they are judged; one that needs what failed before is not judged. */
export const erasureCheckNames = ["form", "asked", "decided", "vaults", "everyone"] as const;
export type ErasureCheckName = (typeof erasureCheckNames)[number];

export interface ErasureCheck {
  readonly name: ErasureCheckName;
  readonly ok: boolean;
  /** A code for what is wrong, with whose it is; empty where nothing is. */
  readonly detail: string;
}

/** What the proof of an erasure shows, once all checks hold. */
export interface ErasureFact {
  readonly erasure: string;
  /** Random numbers of households and people: whose they are stands nowhere any more. */
  readonly subjects: readonly string[];
  readonly askedMs: number;
  readonly decidedMs: number;
  readonly vaults: readonly { readonly organisation: string; readonly timeMs: number }[];
}

export interface ErasureVerdict {
  readonly ok: boolean;
  readonly checks: readonly ErasureCheck[];
  readonly fact?: ErasureFact;
}

/**
 * Checks the proof of an erasure offline, from nothing but its text and the keys that the verifier pinned: it was asked for and
 * approved by two on the ledger, each vault has said that it erased just these subjects, and every organisation that kept
 * the ledger then has. What a vault says is its word: the proof shows that it was given. Never throws.
 */
export function verifyErasureProof(text: string, trust: ReceiptTrust): ErasureVerdict {
  const proof = findErasureProof(text);
  if (proof === undefined) return failed([check("form", "ERASURE_PROOF_MALFORMED")]);
  const checks = [check("form", "")];
  const asked = judge(proof.request, { command: "registry.requestErasure", schema: RequestErasure, trust });
  checks.push(check("asked", typeof asked === "string" ? asked : ""));
  const decided = judge(proof.decision, { command: "registry.decideErasure", schema: DecideErasure, trust });
  checks.push(check("decided", typeof decided === "string" ? decided : faultBetween(asked, decided)));
  if (typeof asked === "string" || typeof decided === "string" || areWrong(checks)) return failed(checks);
  const said = proof.vaults.map(({ organisation, receipt }) => {
    const told = judge(receipt, { command: "registry.acknowledgeErasure", schema: AcknowledgeErasure, trust });
    return {
      organisation,
      told,
      fault: typeof told === "string" ? told : vaultFault(organisation, { asked, decided, told }),
    };
  });
  const wrong = said.find(({ fault }) => fault !== "");
  checks.push(check("vaults", wrong === undefined ? "" : `${wrong.fault} ${wrong.organisation}`));
  checks.push(check("everyone", findMissing(proof)));
  if (areWrong(checks)) return failed(checks);
  const vaults = said.flatMap(({ organisation, told }) =>
    typeof told === "string" ? [] : [{ organisation, timeMs: told.fact.timeMs }],
  );
  const { erasure, subjects } = asked.body;
  return {
    ok: true,
    checks,
    fact: { erasure, subjects, askedMs: asked.fact.timeMs, decidedMs: decided.fact.timeMs, vaults },
  };
}

interface Judged<Body> {
  readonly fact: ReceiptFact;
  readonly body: Body;
  readonly header: TransactionHeader;
}

/** What the receipt proves, where it does and is of this command, accepted; else the code of what is wrong. */
function judge<Body>(
  receipt: Receipt,
  { command, schema, trust }: { command: string; schema: z.ZodType<Body>; trust: ReceiptTrust },
): Judged<Body> | string {
  const fact = judgeReceipt(receipt, command, trust);
  if (typeof fact === "string") return fact;
  const body = schema.safeParse(fact.body).data;
  const bytes = receipt.header === undefined ? undefined : findBase64(receipt.header);
  const header = bytes && findHeader(bytes);
  return body === undefined || header === undefined ? "BODY_MISSING" : { fact, body, header };
}

function faultBetween(
  asked: Judged<z.infer<typeof RequestErasure>> | string,
  decided: Judged<z.infer<typeof DecideErasure>>,
): string {
  if (typeof asked === "string") return "";
  if (decided.body.erasure !== asked.body.erasure) return "OTHER_ERASURE";
  if (!decided.body.approve) return "DECLINED";
  if (decided.header.keyId === asked.header.keyId) return "ONE_KEY";
  return equalBytes(decided.header.chain, asked.header.chain) ? orderFault(asked, decided) : "OTHER_LEDGER";
}

function vaultFault(
  organisation: string,
  parts: {
    asked: Judged<z.infer<typeof RequestErasure>>;
    decided: Judged<unknown>;
    told: Judged<z.infer<typeof AcknowledgeErasure>>;
  },
): string {
  const { asked, decided, told } = parts;
  const { erasure, subjects } = asked.body;
  if (told.body.erasure !== erasure) return "OTHER_ERASURE";
  const statement = erasureStatement(told.header.chain, { erasure, organisation, subjects });
  return told.body.statement === statement ? orderFault(decided, told) : "STATEMENT_OTHER";
}

function orderFault(earlier: Judged<unknown>, later: Judged<unknown>): string {
  return earlier.fact.log.index < later.fact.log.index ? "" : "ORDER_REVERSED";
}

/** The leaf of the decision, which was proven, names the roster in force: each of its members owes the erasure. */
function findMissing({ decision, vaults }: ErasureProof): string {
  const bytes = findBase64(decision.leaf);
  const leaf = bytes && findLeaf(bytes);
  const rosters = (decision.rosters ?? []).flatMap((text) => findRosterNote(text)?.roster ?? []);
  const inForce = leaf && rosters.find((roster) => equalBytes(rosterHash(roster), leaf.rosterHash));
  if (inForce === undefined) return "ROSTERS_MISSING";
  const missing = inForce.members.find(({ organisation }) => !vaults.some((one) => one.organisation === organisation));
  return missing === undefined ? "" : `VAULT_MISSING ${missing.organisation}`;
}

function areWrong(checks: readonly ErasureCheck[]): boolean {
  return checks.some(({ ok }) => !ok);
}

function check(name: ErasureCheckName, fault: string): ErasureCheck {
  return { name, ok: fault === "", detail: fault };
}

function failed(checks: readonly ErasureCheck[]): ErasureVerdict {
  return { ok: false, checks };
}
