import { findCometBinary } from "@mingbai/sequencer/cometbft/comet-binary";
import type { Bench } from "./define-bench.ts";

/** A bench is loaded only when it runs: one with a database must not slow or break the others. */
export type BenchEntry = {
  name: string;
  load: () => Promise<{ bench: Bench }>;
  /** What is not installed here and the bench cannot do without. */
  findMissing?: () => string | undefined;
};

const findMissing = () => (findCometBinary() === undefined ? "CometBFT" : undefined);

/** Every bench there is, in the order of the README's table. */
export const benches: readonly BenchEntry[] = [
  { name: "hash.lines", load: () => import("./benches/hash-lines.ts") },
  { name: "pay.lines", load: () => import("./benches/pay-lines.ts") },
  { name: "lines.e2e", load: () => import("./benches/lines-e2e.ts") },
  { name: "lines.sustained", load: () => import("./benches/lines-sustained.ts") },
  { name: "lines.per_signature_128", load: () => import("./benches/lines-per-signature-128.ts") },
  { name: "transactions.e2e", load: () => import("./benches/transactions-e2e.ts") },
  { name: "projection.lines", load: () => import("./benches/projection-lines.ts") },
  { name: "proof.make", load: () => import("./benches/proof-make.ts") },
  { name: "proof.check", load: () => import("./benches/proof-check.ts") },
  { name: "restart", load: () => import("./benches/restart.ts") },
  { name: "replay", load: () => import("./benches/replay.ts") },
  { name: "http.command", load: () => import("./benches/http-command.ts") },
  { name: "flood.others", load: () => import("./benches/flood-others.ts") },
  { name: "links.throughput", load: () => import("./benches/links-throughput.ts") },
  { name: "network.lines", load: () => import("./benches/network-lines.ts"), findMissing },
  { name: "network.one_down", load: () => import("./benches/network-one-down.ts"), findMissing },
  { name: "network.solo1", load: () => import("./benches/network-solo1.ts"), findMissing },
  { name: "network.latency", load: () => import("./benches/network-latency.ts"), findMissing },
  { name: "network.single", load: () => import("./benches/network-single.ts"), findMissing },
  { name: "network.flood", load: () => import("./benches/network-flood.ts"), findMissing },
  { name: "network.join", load: () => import("./benches/network-join.ts"), findMissing },
  { name: "network.levels", load: () => import("./benches/network-levels.ts") },
  { name: "reconcile.day", load: () => import("./benches/reconcile-day.ts") },
  { name: "disburse.million", load: () => import("./benches/disburse-million.ts") },
  { name: "subjects.put", load: () => import("./benches/subjects-put.ts") },
  { name: "subjects.find", load: () => import("./benches/subjects-find.ts") },
  { name: "page.queue", load: () => import("./benches/page-queue.ts") },
  { name: "page.matter", load: () => import("./benches/page-matter.ts") },
  { name: "page.track", load: () => import("./benches/page-track.ts") },
  { name: "page.first", load: () => import("./benches/page-first.ts") },
  { name: "registry.duplicates", load: () => import("./benches/registry-duplicates.ts") },
  { name: "registry.read_list", load: () => import("./benches/registry-read-list.ts") },
  { name: "registry.import", load: () => import("./benches/registry-import.ts") },
  { name: "registry.import_excel", load: () => import("./benches/registry-import-excel.ts") },
  { name: "registry.county_run", load: () => import("./benches/registry-county-run.ts") },
  { name: "registry.assign", load: () => import("./benches/registry-assign.ts") },
  { name: "registry.village_check", load: () => import("./benches/registry-village-check.ts") },
  { name: "registry.list", load: () => import("./benches/registry-list.ts") },
  { name: "registry.search", load: () => import("./benches/registry-search.ts") },
  { name: "registry.open", load: () => import("./benches/registry-open.ts") },
  { name: "registry.change", load: () => import("./benches/registry-change.ts") },
  { name: "import.payments", load: () => import("./benches/import-payments.ts") },
  { name: "compare.county", load: () => import("./benches/compare-county.ts") },
  { name: "compare.people", load: () => import("./benches/compare-people.ts") },
];
