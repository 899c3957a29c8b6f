import { HttpProblem, Problem } from "@mingbai/http/problem";
import type { Sessions } from "@mingbai/http/sessions/sessions";
import { Number64Text } from "@mingbai/identity/schema";
import { PersonContent, personSubject } from "@mingbai/identity/vault-content";
import { actorTable } from "@mingbai/ledger/authority/role";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { HourlyShare } from "../contents/hourly-share.ts";
import type { OpenLedger } from "../open-ledger.ts";

/** Names that one administrator may enter within an hour: a large office in an afternoon. */
const namesPerHourMax = 500;

/** As much of a ledger as names need: who is registered, and where names are kept. */
interface NamedLedger {
  readonly chain: Pick<OpenLedger["chain"], "state">;
  readonly vault: Pick<OpenLedger["vault"], "put">;
}

const Params = z.object({ account: Number64Text });
const Body = z.strictObject({ name: PersonContent.shape.name });
const Kept = z.object({ account: Number64Text });

/**
 * `PUT /api/people/<account>/name`: the vault keeps a new person's name before the ledger is told of the account. Once an
 * account is registered its name stands in the tables and is not changed here.
 */
export function personNameRoute(
  server: FastifyInstance,
  { ledger, sessions, now }: { ledger: NamedLedger; sessions: Pick<Sessions, "requireSession">; now: () => number },
): void {
  const share = new HourlyShare(namesPerHourMax, now);
  server.route({
    method: "PUT",
    url: "/api/people/:account/name",
    schema: {
      operationId: "keepPersonName",
      summary: "Keep the name of a person who is about to be registered, sealed",
      description: "登记人员之前，把姓名密封保存",
      params: Params,
      body: Body,
      response: { 200: Kept, default: Problem },
    },
    handler: async (request) => {
      const session = sessions.requireSession(request);
      const { account } = request.params as z.infer<typeof Params>;
      const { name } = request.body as z.infer<typeof Body>;
      if (!session.roles.includes("administrator")) throw onlyAdministrators();
      if (ledger.chain.state.table(actorTable).find(account) !== undefined) throw isRegistered();
      const full = share.take(session.account, 1);
      if (full !== undefined) throw tooMany(full.waitMs);
      await ledger.vault.put([{ subject: personSubject(account), content: { kind: "person", name } }]);
      return { account };
    },
  });
}

function onlyAdministrators(): HttpProblem {
  const en = "Names of people are entered by administrators.";
  return new HttpProblem({ code: "NAME_NOT_YOURS", status: 403, en, zh: "人员姓名由管理员登记" });
}

function isRegistered(): HttpProblem {
  const en = "This account is registered already; its name is not changed here.";
  return new HttpProblem({ code: "NAME_SETTLED", status: 409, en, zh: "这个账户已经登记，姓名不能在这里改" });
}

function tooMany(retryAfterMs: number): HttpProblem {
  const en = "That is as many names as one person may enter within an hour.";
  return new HttpProblem({ code: "NAMES_TOO_MANY", status: 429, en, zh: "一小时里登记的姓名太多了", retryAfterMs });
}
