import { orContentProblem } from "@mingbai/http/contents/content-refusal";
import { HttpProblem } from "@mingbai/http/problem";
import { MailToken } from "@mingbai/workflow/views/personal-settings";
import type { FastifyInstance } from "fastify";
import type { MailStore } from "./mail-store.ts";

const bodyBytesMax = 4_096;

/**
 * `POST /mail/end/<token>`: ends the mail of whoever the token belongs to, without signing in, from the page at the same
 * address or by the mail program itself (RFC 8058). Opening the address changes nothing: scanners of mail open every link.
 */
export async function endMailRoute(server: FastifyInstance, store: MailStore): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: bodyBytesMax }, async () => undefined);
    scope.post("/mail/end/:token", { schema: { hide: true } }, async (request, reply) => {
      const { token } = request.params as { token: string };
      const account = MailToken.safeParse(token).success ? store.ownerOf(token) : undefined;
      if (account === undefined) throw endedAlready();
      orContentProblem(await store.end(account));
      return reply.code(204).send();
    });
  });
}

function endedAlready(): HttpProblem {
  const en = "These mails have ended already.";
  return new HttpProblem({ code: "MAIL_ENDED", status: 404, en, zh: "这些邮件已经停了" });
}
