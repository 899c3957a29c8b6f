import { contentSubject, type GivenContent } from "@mingbai/read-model/given-content";
import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import type { Vault } from "@mingbai/read-model/vault-port";
import type { z } from "zod";
import { ListBatch, ListContent, listTextCharsMax } from "../content.ts";
import type { LineTexts } from "../vault-content.ts";
import { fromSqlAccount } from "./sql-account.ts";

/**
 * The list of each manifest that these transactions pay from, as its proposer gave it. Read beforehand: rows of the list come by COPY, and
 * a manifest may be proposed in the same group of blocks that pays it.
 */
export async function readLists(
  done: readonly ProjectedTransaction[],
  { query }: ProjectionContext,
): Promise<ReadonlyMap<string, GivenContent>> {
  const events = done.flatMap((one) => one.events);
  const paid = events.filter(({ type }) => type === "treasury.batchPaid").map(({ data }) => String(data.manifest));
  const lists = new Map<string, GivenContent>();
  if (paid.length === 0) return lists;
  for (const { type, data } of events) {
    if (type !== "treasury.manifestProposed") continue;
    lists.set(String(data.manifest), { commitment: String(data.listDigest), giver: String(data.proposer) });
  }
  const missing = [...new Set(paid)].filter((manifest) => !lists.has(manifest));
  if (missing.length === 0) return lists;
  const sql = `select manifest, list_digest, proposer::text as proposer from treasury.manifest where manifest = any($1::text[])`;
  for (const row of await query(sql, [missing])) {
    const giver = fromSqlAccount(String(row.proposer));
    lists.set(String(row.manifest), { commitment: String(row.list_digest), giver });
  }
  return lists;
}

/**
 * The texts of a batch's lines that its list keeps under commitments (ADR 13): list, batch, parts. Undefined where the
 * vault lacks any of them, or the list does not name the batch: texts never stand beside another line.
 */
export async function findListedTexts(
  vault: Vault,
  { list: given, digest }: { list: GivenContent; digest: string },
): Promise<readonly LineTexts[] | undefined> {
  const { giver } = given;
  const list = await findContent(vault, given, ListContent);
  const named = list?.batches.find((batch) => batch.digest === digest);
  const batch = named && (await findContent(vault, { commitment: named.texts, giver }, ListBatch));
  if (batch === undefined) return undefined;
  const lines: LineTexts[] = [];
  for (const commitment of batch.parts) {
    const part = findLines((await vault.find(contentSubject({ commitment, giver })))?.content);
    if (part === undefined) return undefined;
    for (const line of part) lines.push(line);
  }
  return lines;
}

/**
 * The lines of a content that is a `ListPart`; undefined where it is none. PERF: 100,000 lines a second; the schema would make each
 * anew. Bench: disburse.million.
 */
function findLines(content: unknown): readonly LineTexts[] | undefined {
  const part = content as { readonly kind?: unknown; readonly lines?: unknown } | undefined;
  if (part?.kind !== "listPart" || !Array.isArray(part.lines)) return undefined;
  return part.lines.every(isLineTexts) ? part.lines : undefined;
}

function isLineTexts(line: unknown): line is LineTexts {
  if (typeof line !== "object" || line === null) return false;
  const { reference, purpose, paidOn = "", salt = "" } = line as Record<string, unknown>;
  return isText(reference) && isText(purpose) && typeof paidOn === "string" && typeof salt === "string";
}

function isText(text: unknown): boolean {
  return typeof text === "string" && text.length <= listTextCharsMax;
}

async function findContent<Content>(
  vault: Vault,
  given: GivenContent,
  shape: z.ZodType<Content>,
): Promise<Content | undefined> {
  const kept = await vault.find(contentSubject(given));
  const read = shape.safeParse(kept?.content);
  return read.success ? read.data : undefined;
}
