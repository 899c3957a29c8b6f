import { HttpProblem } from "@mingbai/http/problem";
import { anonymousReader, type QueryRoute, type Reader } from "@mingbai/http/query-route";
import { matterView } from "@mingbai/workflow/views";
import Fastify from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import { describe, expect, it } from "vitest";
import type { Paper } from "./paper.ts";
import { papersRoute } from "./papers-route.ts";
import { matterOf, place, textOfPaper } from "./test-papers.ts";

const id = "a".repeat(64);
const party: Reader = { account: "00000000000000a1", organisation: "street", roles: ["projectManager"] };
const matters: QueryRoute = {
  name: matterView.name,
  title: { en: "A matter", zh: "一件事" },
  params: matterView.params,
  result: matterView.result,
  allow: [{ role: "projectManager" }],
  async answer({ matter }, { organisation }) {
    if (matter !== id || organisation !== "street")
      throw new HttpProblem({ code: "MATTER_UNKNOWN", status: 404, en: "unknown", zh: "没有" });
    return matterOf();
  },
};
const organisations: QueryRoute = {
  ...matters,
  name: "identity.organisations",
  allow: "anyone",
  answer: async () => ({ rows: [], readAt: { height: 1, timeMs: 1 } }),
};

async function ask(address: string, reader: Reader, set: (paper: Paper) => void = () => undefined) {
  const papers: Paper[] = [];
  const server = Fastify();
  server.setValidatorCompiler(validatorCompiler);
  server.setErrorHandler((error, _request, reply) => {
    const status = error instanceof HttpProblem ? error.problem.status : 422;
    return reply.code(status).send({ code: error instanceof HttpProblem ? error.problem.code : "FIELDS" });
  });
  papersRoute(server, {
    queries: [matters, organisations],
    findReader: async () => reader,
    press: {
      print: async (make) => {
        const paper = await make();
        set(paper);
        papers.push(paper);
        return new TextEncoder().encode("%PDF-");
      },
    },
    place: () => place,
    now: () => 1,
  });
  const answer = await server.inject({ url: address });
  await server.close();
  return { answer, text: papers.map(textOfPaper).join("") };
}

describe("GET /api/papers", () => {
  it("gives the paper as a file that nobody keeps on the way", async () => {
    const { answer, text } = await ask(`/api/papers/matter/${id}`, party);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe("%PDF-");
    expect(answer.headers).toMatchObject({
      "content-type": "application/pdf",
      "cache-control": "no-store",
      "content-disposition": 'attachment; filename="matter-aaaaaaaa.pdf"',
    });
    expect(text).toContain("资金审批单");
    expect((await ask(`/api/papers/matter/${id}?language=en`, party)).text).toContain("Approval sheet");
  });

  it("says so where a paper cannot be set, and nothing of what stood on it", async () => {
    const fail = () => {
      throw new Error("the paper cannot be set: 卢桂枝");
    };
    const { answer } = await ask(`/api/papers/matter/${id}`, party, fail);
    expect([answer.statusCode, answer.json()]).toEqual([500, { code: "PAPER_FAILED" }]);
  });

  it.each([
    ["nobody in particular", `/api/papers/matter/${id}`, anonymousReader, 403],
    ["a role that may not ask", `/api/papers/matter/${id}`, { ...party, roles: ["supplier" as const] }, 403],
    ["another organisation's matter", `/api/papers/matter/${id}`, { ...party, organisation: "other" }, 404],
    ["a matter that is not there", `/api/papers/matter/${"b".repeat(64)}`, party, 404],
    ["no identity", "/api/papers/matter/..%2f..%2fetc", party, 422],
    ["a paper that there is not", `/api/papers/invoice/${id}`, party, 422],
    ["a language that there is not", `/api/papers/matter/${id}?language=fr`, party, 422],
  ] as const)("makes no paper: %s", async (_, address, reader, status) => {
    const { answer, text } = await ask(address, reader);
    expect(answer.statusCode).toBe(status);
    expect(text).toBe("");
  });
});
