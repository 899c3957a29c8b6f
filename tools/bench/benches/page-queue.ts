import { queueView } from "@mingbai/workflow/views";
import { pageBench, pick } from "../load/page-bench.ts";
import type { PageRequest } from "../load/read-pages.ts";

const { name: query } = queueView;
const requests: readonly PageRequest[] = [
  { kind: "todo", as: "street-manager", query, params: {} },
  { kind: "all", as: "regulator", query, params: { box: "all" } },
  { kind: "own", as: "supplier-0", query, params: { box: "all" } },
  { kind: "todo", as: "street-manager", query, params: {} },
  { kind: "fund", as: "regulator", query, params: { box: "waiting", fund: 3 } },
  { kind: "own", as: "supplier-0", query, params: { box: "todo" } },
  { kind: "done", as: "street-manager", query, params: { box: "done" } },
  { kind: "text", as: "regulator", query, params: { box: "all", text: "扶手" } },
];

/** The work queue: what a reviewer has to do, a supplier's own, all for the regulator; one question in eight looks for a text. */
export const bench = pageBench("page.queue", async () => (number) => pick(requests, number));
