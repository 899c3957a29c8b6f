import { randomUUID } from "node:crypto";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import type { FastifyInstance } from "fastify";
import { FactBook } from "../facts/fact-book.ts";
import { createDepartmentServer, type DepartmentParts } from "../http/department-server.ts";
import { MessageNames } from "../search/message-names.ts";

export const nowMs = Date.UTC(2026, 9, 31, 4);
export const timestamp = new Date(nowMs).toISOString();
/** Invented: region 3399 is nowhere. */
export const number = "339901196003072219";

/** A deposit of somebody. */
export function deposit(id: string, rest: Partial<Fact> = {}): Fact {
  const values = { amount: 1_000 };
  return { id, source: "bank", kind: "deposit", about: number, name: "甲", asOf: "2026-09-30", values, ...rest };
}

export const signer = generateSigner("ed25519", new Uint8Array(32).fill(3));

/** A bank that knows these facts. */
export function testDepartment(facts: readonly Fact[], parts: Partial<DepartmentParts> = {}): FastifyInstance {
  const names = new MessageNames();
  return createDepartmentServer({
    book: new FactBook(facts),
    sources: ["bank"],
    id: "bank.mingbai.example",
    now: () => nowMs,
    isNew: (name) => names.note(name),
    signer,
    caller: undefined,
    bearer: undefined,
    failures: { left: 0 },
    ...parts,
  });
}

/** A request about one person, and what is asked of it besides. */
export function requestOf(criteria: object = {}, rest: object = {}) {
  const query = { type: "UIN", value: number };
  const search_criteria = { version: "1.0.0", query_type: "idtype-value", query, ...criteria };
  return { reference_id: "1", timestamp, search_criteria, ...rest };
}

/** A message of these requests. */
export function messageOf(requests: readonly object[], header: object = {}) {
  return {
    header: {
      version: "1.0.0",
      message_id: randomUUID(),
      message_ts: timestamp,
      action: "search",
      sender_id: "office",
      total_count: requests.length,
      ...header,
    },
    message: { transaction_id: "t-1", search_request: requests },
  };
}
