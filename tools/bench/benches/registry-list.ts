import { householdsView } from "@mingbai/registry/views/households";
import { filesBench, pick } from "../load/page-bench.ts";
import type { PageRequest } from "../load/read-pages.ts";

const { name: query } = householdsView;
const requests: readonly PageRequest[] = [
  { kind: "own", as: "town-clerk", query, params: {} },
  { kind: "all", as: "civil-clerk", query, params: {} },
  { kind: "monitored", as: "civil-clerk", query, params: { monitored: "3" } },
  { kind: "cause", as: "regulator", query, params: { monitored: "2", cause: "01" } },
  { kind: "area", as: "regulator", query, params: { area: "nanpu" } },
  { kind: "open", as: "grid-0", query, params: { open: "true" } },
];

/** The first page of the list of household files, by what people filter by. */
export const bench = filesBench("registry.list", async () => (number) => pick(requests, number));
