import { randomBytes } from "node:crypto";
import { HttpProblem, Problem } from "@mingbai/http/problem";
import { mayAsk } from "@mingbai/http/query-route";
import type { FindReader } from "@mingbai/http/routes/queries";
import { localDate } from "@mingbai/ledger/calendar/local-days";
import { comparers } from "@mingbai/registry/queries/comparison/comparison-runs";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { ComparisonProcess } from "./comparison/comparison-process.ts";

const Run = z.object({ run: z.string().regex(/^[0-9a-f]{16}$/) });
const Begin = z.strictObject({
  /** Code of a village (12 digits): only its households are checked. Absent: all files are compared. */
  village: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  /** Whether faults of forms and proposals for cleaning are looked for in all villages too: it takes twice as long. */
  checks: z.boolean().default(false),
  /** Whether departments are asked first; else what they said last counts. */
  ask: z.boolean().default(true),
});

export interface ComparisonRouteParts {
  readonly comparison: Pick<ComparisonProcess, "begin" | "cancel">;
  readonly findReader: FindReader;
  readonly zoneOffsetMinutes: number;
  /** ms. */
  readonly now: () => number;
}

/** `POST /api/comparison/runs` begins a run, `DELETE /api/comparison/runs/<run>` ends it; how far it is, `registry.comparisonRuns` answers. */
export function comparisonRoutes(server: FastifyInstance, parts: ComparisonRouteParts): void {
  const { comparison, findReader, zoneOffsetMinutes, now } = parts;
  server.route({
    method: "POST",
    url: "/api/comparison/runs",
    schema: {
      operationId: "beginComparison",
      summary: "Compare what departments know with all household files, or check one village",
      description: "开始一次部门数据比对，或一个村的体检",
      body: Begin,
      response: { 202: Run, default: Problem },
    },
    handler: async (request, reply) => {
      const by = await requireComparer(request, findReader);
      const { village, checks, ask } = request.body as z.output<typeof Begin>;
      const run = randomBytes(8).toString("hex");
      const day = localDate({ zoneOffsetMinutes }, now());
      const begun = await comparison.begin({ kind: "run", run, by, village, checks, ask, day, zoneOffsetMinutes });
      if (begun === undefined) throw isRunning();
      return reply.code(202).send({ run });
    },
  });
  server.route({
    method: "DELETE",
    url: "/api/comparison/runs/:run",
    schema: {
      operationId: "cancelComparison",
      summary: "End a comparison that is under way; what it has found stays",
      description: "停止正在进行的比对",
      params: Run,
      response: { 202: Run, default: Problem },
    },
    handler: async (request, reply) => {
      await requireComparer(request, findReader);
      const { run } = request.params as z.infer<typeof Run>;
      if (!comparison.cancel(run)) throw isOver();
      return reply.code(202).send({ run });
    },
  });
}

async function requireComparer(request: FastifyRequest, findReader: FindReader): Promise<string> {
  const reader = await findReader(request);
  if (reader.account !== undefined && mayAsk(reader, comparers)) return reader.account;
  const en = "None of your roles may compare files with what departments know.";
  throw new HttpProblem({ code: "NOT_ALLOWED", status: 403, en, zh: "您的角色不能发起数据比对" });
}

function isRunning(): HttpProblem {
  const en = "A comparison is under way; wait for its end, or end it.";
  return new HttpProblem({ code: "COMPARISON_RUNNING", status: 409, en, zh: "正在比对，请等它结束，或先停止它" });
}

function isOver(): HttpProblem {
  const en = "This comparison is not under way.";
  return new HttpProblem({ code: "COMPARISON_OVER", status: 409, en, zh: "这次比对不在进行中" });
}
