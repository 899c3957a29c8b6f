/**
 * Texts of a list of payments. Vaults keep them under commitments, as {salt, content}; the ledger carries only the
 * topmost one, the manifest's `listDigest`. A list names its batches, a batch its parts, a part the texts of its lines,
 * so that no content grows beyond what a node takes at once. Browser-safe.
 */
import { z } from "zod";
import { batchesPerManifestMax, Hex32, linesPerBatchMax } from "./schema.ts";
import { bankAccountCharsMax, LineTexts } from "./vault-content.ts";

export const listNameCharsMax = 120;
export const listTextCharsMax = 200;
/** Canonical bytes of a part, a batch of usual texts; it stays below what a node keeps as one of several contents. */
export const partBytesMax = 1536 * 1024;

const Text = z.string().max(listTextCharsMax);

/** One line in words: `name` as the payer's list has it, `bankAccount` where the bank pays it to. */
export const ListLineTexts = LineTexts.extend({
  name: Text,
  bankAccount: z.string().min(1).max(bankAccountCharsMax).optional(),
});
export type ListLineTexts = z.infer<typeof ListLineTexts>;

/** Lines of one batch that follow each other. */
export const ListPart = z.object({ kind: z.literal("listPart"), lines: z.array(ListLineTexts).max(linesPerBatchMax) });
/** The commitments of a batch's parts, in the order of its lines. */
export const ListBatch = z.object({ kind: z.literal("listBatch"), parts: z.array(Hex32).max(linesPerBatchMax) });
/** `digest` is the body hash that the manifest lists, `texts` the commitment of that batch's `ListBatch`. */
export const ListContent = z.object({
  kind: z.literal("list"),
  name: z.string().max(listNameCharsMax),
  batches: z.array(z.object({ digest: Hex32, texts: Hex32 })).max(batchesPerManifestMax),
});
export type ListContent = z.infer<typeof ListContent>;
