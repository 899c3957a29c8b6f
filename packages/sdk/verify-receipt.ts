import { findBase64 } from "@mingbai/codec/base64";
import { equalBytes } from "@mingbai/codec/bytes";
import { findCanonical } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { foldLinePath } from "@mingbai/codec/line-tree/fold-line-path";
import { foldResultPath } from "@mingbai/codec/line-tree/results";
import { schemeOf } from "@mingbai/crypto/scheme";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { findLeaf, type Leaf } from "@mingbai/ledger/execute/leaf";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { type ProofVerdict, verifyTlogProof } from "@mingbai/ledger/proofs/verify-proof";
import { commandBodyHash, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import {
  findHeader,
  signedBytes,
  type TransactionHeader,
  transactionId,
  transactionKinds,
} from "@mingbai/ledger/transaction/header";
import { findReceipt, type Receipt } from "./receipt.ts";
import { findPolicy, type ReceiptTrust, type TrustFault } from "./receipt-trust.ts";

export type ReceiptCheckName = "form" | "signer" | "content" | "included";

export interface ReceiptCheck {
  readonly name: ReceiptCheckName;
  readonly ok: boolean;
  /** A code for what differs; empty where nothing does. */
  readonly detail: string;
}

/** What a receipt proves, once all checks hold. Amounts are minor units. */
export interface ReceiptFact {
  readonly id: string;
  readonly command: string;
  readonly accepted: boolean;
  /** Number of the declared refusal, 0 where accepted. */
  readonly result: number;
  readonly height: number;
  readonly timeMs: number;
  readonly units: number;
  readonly line?: { readonly index: number; readonly record: Uint8Array; readonly result: number };
  /** The command's fields, or the head of the batch, where the receipt carries them. */
  readonly body?: unknown;
  readonly log: {
    readonly origin: string;
    readonly size: number;
    readonly index: number;
    readonly cosigners: number;
    /** Members who cosigned the checkpoint, where the verifier follows rosters; 0 where it pinned the log's key. */
    readonly members: number;
  };
}

export interface ReceiptVerdict {
  readonly ok: boolean;
  readonly checks: readonly ReceiptCheck[];
  readonly fact?: ReceiptFact;
}

/** Checks a receipt offline, from nothing but its text and the keys that the verifier pinned. Never throws. */
export function verifyReceipt(text: string, trust: ReceiptTrust): ReceiptVerdict {
  const receipt = findReceipt(text);
  const parts = receipt && findParts(receipt);
  if (receipt === undefined || parts === undefined) return failed([check("form", "RECEIPT_MALFORMED")]);
  const included = judgeProof(receipt, parts, trust);
  const checks = [
    check("form", ""),
    check("signer", signerFault(parts)),
    check("content", contentFault(parts)),
    check("included", included.fault ?? ""),
  ];
  if (included.fault !== undefined || checks.some(({ ok }) => !ok)) return failed(checks);
  const { checkpoint, index, cosigners, members } = included;
  const log = { origin: checkpoint.origin, size: checkpoint.size, index, cosigners: cosigners.length, members };
  return { ok: true, checks, fact: { ...factOf(parts), log } };
}

/** That the leaf stands under a checkpoint of those who may sign it. */
function judgeProof(
  { proof, rosters = [] }: Receipt,
  { leaf, leafBytes }: Parts,
  trust: ReceiptTrust,
): ProofVerdict | { readonly fault: TrustFault } {
  const policy = findPolicy(trust, { rosters, leaf });
  if (typeof policy === "string") return { fault: policy };
  return verifyTlogProof({ text: proof, leaf: leafBytes, policy, verify: verifyEd25519 });
}

interface Line {
  readonly index: number;
  readonly record: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly results: Uint8Array;
  readonly resultsPath: readonly Uint8Array[];
}

interface Parts {
  readonly leaf: Leaf;
  readonly leafBytes: Uint8Array;
  readonly header: TransactionHeader | undefined;
  readonly headerBytes: Uint8Array | undefined;
  readonly signature: Uint8Array | undefined;
  readonly body: Uint8Array | undefined;
  readonly line: Line | undefined;
}

/** Everything decoded, or undefined where a field is not what it should be. */
function findParts(receipt: Receipt): Parts | undefined {
  const leafBytes = findBase64(receipt.leaf);
  const leaf = leafBytes && findLeaf(leafBytes);
  const headerBytes = optionalBytes(receipt.header);
  const header = headerBytes && findHeader(headerBytes);
  const signature = optionalBytes(receipt.signature);
  const body = optionalBytes(receipt.body);
  const line = receipt.line && findLine(receipt.line);
  if (leafBytes === undefined || leaf === undefined || (receipt.header !== undefined && header === undefined))
    return undefined;
  if (receipt.line !== undefined && line === undefined) return undefined;
  return { leaf, leafBytes, header, headerBytes, signature, body, line };
}

function optionalBytes(field: string | undefined): Uint8Array | undefined {
  return field === undefined ? undefined : findBase64(field);
}

function findLine(given: NonNullable<Receipt["line"]>): Line | undefined {
  const [record, results] = [findBase64(given.record), findBase64(given.results)];
  const path = given.path.flatMap((hash) => findBase64(hash) ?? []);
  const resultsPath = given.resultsPath.flatMap((hash) => findBase64(hash) ?? []);
  if (record === undefined || results === undefined) return undefined;
  if (path.length !== given.path.length || resultsPath.length !== given.resultsPath.length) return undefined;
  return { index: given.index, record, path, results, resultsPath };
}

/** The header is the one that the leaf names, and its key signed it. What nobody signed has no header and no signer. */
function signerFault({ leaf, header, headerBytes, signature }: Parts): string {
  if (header === undefined || headerBytes === undefined || signature === undefined)
    return isZero(leaf.batchId) ? "" : "HEADER_MISSING";
  if (!equalBytes(transactionId(headerBytes), leaf.id)) return "HEADER_NOT_OF_LEAF";
  const scheme = schemeOf(header.scheme);
  if (scheme === undefined) return "SCHEME_UNKNOWN";
  const signed = { scheme, publicKey: header.publicKey, message: signedBytes(headerBytes), signature, id: leaf.id };
  return verifySignature(signed) ? "" : "SIGNATURE_WRONG";
}

/** Body, line and line result hash into what was signed and into the leaf. */
function contentFault(parts: Parts): string {
  return bodyFault(parts) || lineFault(parts);
}

function bodyFault({ leaf, header, body }: Parts): string {
  if (body === undefined || header === undefined) return "";
  if (header.units !== leaf.units) return "UNITS_WRONG";
  const hash =
    header.kind === transactionKinds.command
      ? commandBodyHash(body)
      : paymentBodyHash({ head: body, lines: new Uint8Array(), count: leaf.units }, Uint8Array.from(leaf.linesRoot));
  return equalBytes(hash, header.bodyHash) ? "" : "BODY_CHANGED";
}

function lineFault({ leaf, line, header, body }: Parts): string {
  if (line === undefined) return "";
  if (header?.kind !== transactionKinds.payments || body === undefined) return "LINE_WITHOUT_BATCH";
  const count = leaf.units;
  const root = foldLinePath({ record: line.record, index: line.index, count, path: line.path });
  if (root === undefined || !equalBytes(root, leaf.linesRoot)) return "LINE_CHANGED";
  if (leaf.result !== 0) return "";
  const results = foldResultPath({ record: line.results, line: line.index, count, path: line.resultsPath });
  return results !== undefined && equalBytes(results.root, leaf.resultsRoot) ? "" : "RESULT_CHANGED";
}

function factOf({ leaf, header, body, line }: Parts): Omit<ReceiptFact, "log"> {
  const lineResult = line && leaf.result === 0 ? (line.results[line.index % line.results.length] ?? 0) : leaf.result;
  return {
    id: toHex(leaf.id),
    command: header?.command ?? "",
    accepted: leaf.result === 0 && lineResult === 0,
    result: leaf.result,
    height: leaf.height,
    timeMs: leaf.timeMs,
    units: leaf.units,
    ...(line && { line: { index: line.index, record: line.record, result: lineResult } }),
    ...(body && { body: header?.kind === transactionKinds.command ? findCanonical(body) : body }),
  };
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

function check(name: ReceiptCheckName, fault: string): ReceiptCheck {
  return { name, ok: fault === "", detail: fault };
}

function failed(checks: readonly ReceiptCheck[]): ReceiptVerdict {
  return { ok: false, checks };
}
