import { HttpProblem } from "@mingbai/http/problem";
import type { QueryRoute } from "@mingbai/http/query-route";
import type { FindReader } from "@mingbai/http/routes/queries";
import { PaymentId } from "@mingbai/treasury/views";
import { transactionsView } from "@mingbai/treasury/views/transactions";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { askAs } from "../papers/ask-as.ts";
import { type PackagePlace, releasePackage } from "./release-package.ts";

const address = "/api/ocds/transactions.json";

/** `fund`: its code. `cursor`: of `links.next` of the package before. */
const Asked = z.object({
  fund: z.string().min(1).max(100).optional(),
  payment: PaymentId.optional(),
  cursor: z.coerce.number().int().nonnegative().optional(),
});

/** `GET /api/ocds/transactions.json`: payments of a fund, of all, or a single one, as an OCDS 1.1 release package. */
export function ocdsRoute(
  server: FastifyInstance,
  {
    queries,
    findReader,
    place,
  }: { readonly queries: readonly QueryRoute[]; readonly findReader: FindReader; readonly place: () => PackagePlace },
): void {
  server.route({
    method: "GET",
    url: address,
    schema: {
      operationId: "ocdsTransactions",
      summary: "Payments as transactions of an OCDS 1.1 release package, page by page",
      description: "付款数据（开放合同数据标准 1.1）",
      querystring: Asked,
    },
    handler: async (request, reply) => {
      const reader = await findReader(request);
      const asked = request.query as z.infer<typeof Asked>;
      const { rows, next, readAt } = await askAs(queries, reader)(transactionsView, asked);
      if (rows.length === 0) throw nothingPaid();
      const nextPath = next === null ? null : pathOf({ ...asked, cursor: next });
      const told = { path: pathOf(asked), nextPath, timeMs: readAt.timeMs, place: place() };
      return reply
        .type("application/json; charset=utf-8")
        .header("content-disposition", 'attachment; filename="ocds-transactions.json"')
        .header("cache-control", "no-store")
        .send(JSON.stringify(releasePackage(rows, told)));
    },
  });
}

function pathOf(asked: z.infer<typeof Asked>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? address : `${address}?${search}`;
}

function nothingPaid(): HttpProblem {
  const words = { en: "There is no such payment.", zh: "没有这样的付款" };
  return new HttpProblem({ code: "NO_PAYMENTS", status: 404, ...words });
}
