import { HttpProblem } from "@mingbai/http/problem";
import type { QueryRoute } from "@mingbai/http/query-route";
import type { FindReader } from "@mingbai/http/routes/queries";
import { PaymentId } from "@mingbai/treasury/views";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { askAs } from "./ask-as.ts";
import { makePaper, paperKinds } from "./make-paper.ts";
import type { PaperPress } from "./paper-press.ts";
import { type PaperPlace, paperWords } from "./paper-words.ts";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Number64 = z.string().regex(/^[0-9a-f]{16}$/);
const Named = z.object({ kind: z.enum(paperKinds), id: z.union([Hash, Number64, PaymentId]) });
const Asked = z.object({ language: z.enum(["zh", "en"]).default("zh") });

/** What the route of papers stands on. */
export interface PapersParts {
  readonly queries: readonly QueryRoute[];
  readonly findReader: FindReader;
  readonly press: Pick<PaperPress, "print">;
  readonly place: () => PaperPlace;
  readonly now: () => number;
}

/** `GET /api/papers/<kind>/<id>`: a paper as PDF, made of what its reader may see. Problem PAPER_FAILED (500) where it cannot be set. */
export function papersRoute(server: FastifyInstance, { queries, findReader, press, place, now }: PapersParts): void {
  server.route({
    method: "GET",
    url: "/api/papers/:kind/:id",
    schema: {
      operationId: "paper",
      summary:
        "The approval sheet of a matter, the result of a list, the track of a payment, or the proof of an erasure, as PDF",
      description: "审批单、批量发放结果单、资金流向单、档案删除证明（PDF）",
      params: Named,
      querystring: Asked,
    },
    handler: async (request, reply) => {
      const reader = await findReader(request);
      const named = request.params as z.infer<typeof Named>;
      const { language } = request.query as z.infer<typeof Asked>;
      const words = paperWords(language, place());
      const make = () => makePaper(named, askAs(queries, reader), { words, nowMs: now() });
      const pdf = await press.print(make).catch((error: unknown) => {
        if (error instanceof HttpProblem) throw error;
        request.log.error(error);
        throw failed();
      });
      return reply
        .type("application/pdf")
        .header("content-disposition", `attachment; filename="${named.kind}-${named.id.slice(0, 8)}.pdf"`)
        .header("cache-control", "no-store")
        .header("x-content-type-options", "nosniff")
        .send(Buffer.from(pdf));
    },
  });
}

function failed(): HttpProblem {
  const words = {
    en: "This paper could not be made; print the page instead. The node's log says why.",
    zh: "这份文件没有生成，请用打印；原因在节点日志里",
  };
  return new HttpProblem({ code: "PAPER_FAILED", status: 500, ...words });
}
