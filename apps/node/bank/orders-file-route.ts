import { HttpProblem } from "@mingbai/http/problem";
import { mayAsk, type QueryRoute } from "@mingbai/http/query-route";
import type { FindReader } from "@mingbai/http/routes/queries";
import type { Money } from "@mingbai/iso20022/fields/amount";
import { bankAccountCharsMax } from "@mingbai/treasury/vault-content";
import { bankOrdersView } from "@mingbai/treasury/views/bank";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { ordersFile } from "./orders-file.ts";

/** `account`: the escrow account that pays. `name`: whose it is. */
const Asked = z.object({
  account: z.string().min(1).max(bankAccountCharsMax),
  name: z.string().min(1).max(140).default("-"),
});

/** `GET /api/bank/orders.xml`: the released orders as a pain.001 file, to whoever may ask for them. */
export function ordersFileRoute(
  server: FastifyInstance,
  { query, findReader, money }: { query: QueryRoute; findReader: FindReader; money: Money },
): void {
  server.route({
    method: "GET",
    url: "/api/bank/orders.xml",
    schema: {
      operationId: "bankOrdersFile",
      summary: "Released orders as a file for the bank: ISO 20022 pain.001.001.09",
      querystring: Asked,
    },
    handler: async (request, reply) => {
      const reader = await findReader(request);
      if (!mayAsk(reader, query.allow)) throw notAllowed();
      const { account, name } = request.query as z.infer<typeof Asked>;
      const { orders } = bankOrdersView.result.parse(await query.answer({}, reader));
      const { file } = ordersFile(orders, { debtor: { name, account }, money });
      if (file === undefined) throw nothingToSend();
      return reply
        .type("application/xml; charset=utf-8")
        .header("content-disposition", 'attachment; filename="orders.pain.001.xml"')
        .header("cache-control", "no-store")
        .send(Buffer.from(file));
    },
  });
}

function notAllowed(): HttpProblem {
  const words = { en: "None of your roles may send orders to the bank.", zh: "您的角色不能向银行发送付款指令" };
  return new HttpProblem({ code: "NOT_ALLOWED", status: 403, ...words });
}

function nothingToSend(): HttpProblem {
  const words = { en: "No released order waits for the bank.", zh: "没有已放行、等银行付款的兑付单" };
  return new HttpProblem({ code: "NOTHING_RELEASED", status: 404, ...words });
}
