/** Which signed batches paid a list, as they were entered. Browser-safe. */
import { z } from "zod";
import { batchesPerManifestMax } from "../schema.ts";
import { PaymentStatus, ReadAt } from "../views.ts";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** `total`: what its lines paid, minor units. `status`: of the lines that have none of their own. */
export const ManifestBatch = z.object({
  transaction: Hash,
  totalMinor: z.int(),
  status: PaymentStatus,
  bankReference: z.string().nullable(),
});

/** The batches of one manifest in the order of entry; none of a manifest that is unknown or not paid from. */
export const manifestBatchesView = {
  name: "treasury.manifestBatches",
  params: z.object({ manifest: Hash }),
  result: z.object({ rows: z.array(ManifestBatch).max(batchesPerManifestMax), readAt: ReadAt }),
} as const;
