import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import type { Vault } from "@mingbai/read-model/vault-port";
import { contentSubject } from "@mingbai/workflow/content";
import type { z } from "zod";
import { ListBatch, ListContent, listTextCharsMax } from "../content.ts";
import type { LineTexts } from "../vault-content.ts";

/**
 * The list digest of each manifest that these transactions pay from. Read beforehand: rows of the list come by COPY, and
 * a manifest may be proposed in the same group of blocks that pays it.
 */
export async function readListDigests(
  done: readonly ProjectedTransaction[],
  { query }: ProjectionContext,
): Promise<ReadonlyMap<string, string>> {
  const events = done.flatMap((one) => one.events);
  const paid = events.filter(({ type }) => type === "treasury.batchPaid").map(({ data }) => String(data.manifest));
  const digests = new Map<string, string>();
  if (paid.length === 0) return digests;
  for (const { type, data } of events) {
    if (type === "treasury.manifestProposed") digests.set(String(data.manifest), String(data.listDigest));
  }
  const missing = [...new Set(paid)].filter((manifest) => !digests.has(manifest));
  if (missing.length === 0) return digests;
  const rows = await query("select manifest, list_digest from treasury.manifest where manifest = any($1::text[])", [
    missing,
  ]);
  for (const row of rows) digests.set(String(row.manifest), String(row.list_digest));
  return digests;
}

/**
 * The texts of a batch's lines that its list keeps under commitments (ADR 13): list, batch, parts. Undefined where the
 * vault lacks any of them, or the list does not name the batch: texts never stand beside another line.
 */
export async function findListedTexts(
  vault: Vault,
  { listDigest, digest }: { listDigest: string; digest: string },
): Promise<readonly LineTexts[] | undefined> {
  const list = await findContent(vault, listDigest, ListContent);
  const named = list?.batches.find((batch) => batch.digest === digest);
  const batch = named && (await findContent(vault, named.texts, ListBatch));
  if (batch === undefined) return undefined;
  const lines: LineTexts[] = [];
  for (const commitment of batch.parts) {
    const part = findLines((await vault.find(contentSubject(commitment)))?.content);
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
  commitment: string,
  shape: z.ZodType<Content>,
): Promise<Content | undefined> {
  const kept = await vault.find(contentSubject(commitment));
  const read = shape.safeParse(kept?.content);
  return read.success ? read.data : undefined;
}
