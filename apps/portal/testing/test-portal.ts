import { servePortal } from "@mingbai/app-node/web/serve-portal";
import { explorerViews } from "@mingbai/http/explorer-views";
import { HttpProblem } from "@mingbai/http/problem";
import type { QueryRoute } from "@mingbai/http/query-route";
import { publicCasesView } from "@mingbai/registry/views/cases";
import { formView } from "@mingbai/registry/views/form";
import { type MockAnswer, MockRefusal, mockAnswers } from "@mingbai/testkit/browser/mock/mock-answers";
import { type MockLedger, mockLedger } from "@mingbai/testkit/browser/mock/mock-ledger";
import { mockPublicMatters } from "@mingbai/testkit/browser/mock/mock-public-matters";
import { treasuryViews } from "@mingbai/treasury/views";
import { fundBalancesView } from "@mingbai/treasury/views/acts";
import { publicMattersView } from "@mingbai/workflow/views/public-matter";
import Fastify, { type FastifyInstance } from "fastify";

/** A few hundred payments: several pages of them, and every status. */
export function smallLedger(): MockLedger {
  return mockLedger({ count: 400 });
}

/** The node's open questions, answered from a mock ledger; `more` replaces answers by name. */
export function testQueries(
  ledger: MockLedger,
  { more = {}, onAsk = () => undefined }: { more?: Record<string, MockAnswer>; onAsk?: (name: string) => void } = {},
): QueryRoute[] {
  const balances = () => ({
    funds: ledger.funds.map(({ id, name }, index) => ({
      ...{ id, name, number: index + 1, outstandingMinor: 5, freeMinor: 5, lockedMinor: 0, namedMinor: 0 },
      bookedMinor: 5,
      claimsMinor: 0,
    })),
    suspenseMinor: 0,
    readAt: { height: ledger.height, timeMs: ledger.timeMs },
  });
  const answer = mockAnswers(ledger, {
    more: { "treasury.fundBalances": balances, ...mockPublicMatters(ledger), ...more },
  });
  const views = [...treasuryViews, ...explorerViews, fundBalancesView, publicMattersView, formView];
  const routes = views.map(
    (view): QueryRoute => ({
      ...view,
      title: { en: view.name, zh: view.name },
      allow: "anyone" as const,
      async answer(params) {
        onAsk(view.name);
        const asked = Object.entries(params).filter(([, value]) => value !== undefined);
        try {
          return await answer(view.name, Object.fromEntries(asked.map(([name, value]) => [name, String(value)])));
        } catch (error) {
          if (!(error instanceof MockRefusal)) throw error;
          throw new HttpProblem({ code: error.code, status: error.status, en: error.code, zh: error.code });
        }
      },
    }),
  );
  return [...routes, noticesRoute(ledger, more[publicCasesView.name])];
}

/** The mock of pages for staff knows no notices. */
function noticesRoute({ height, timeMs }: MockLedger, answer: MockAnswer | undefined): QueryRoute {
  const nothing = { rows: [], more: false, readAt: { height, timeMs } };
  return {
    ...publicCasesView,
    title: { en: publicCasesView.name, zh: publicCasesView.name },
    allow: "anyone",
    answer: async () => publicCasesView.result.parse(answer?.({}) ?? nothing),
  };
}

/** The portal as a node mounts it, with nothing else of a node. */
export async function testPortalServer(queries: readonly QueryRoute[]): Promise<FastifyInstance> {
  const server = Fastify();
  await servePortal(server, { queries, readHeight: () => 7 });
  return server;
}
