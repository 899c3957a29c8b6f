import { askOf } from "@mingbai/app-node/web/serve-portal";
import type { MockAnswer } from "@mingbai/testkit/browser/mock/mock-answers";
import type { MockLedger } from "@mingbai/testkit/browser/mock/mock-ledger";
import { mockTrack } from "@mingbai/testkit/browser/mock/mock-track";
import { naughtyStrings } from "@mingbai/testkit/naughty-strings";
import { describe, expect, it } from "vitest";
import { Portal } from "./portal.ts";
import { smallLedger, testQueries } from "./testing/test-portal.ts";

const tame = smallLedger();
const tameStatus = testQueries(tame).find(({ name }) => name === "explorer.status");
const anyone = { account: undefined, organisation: undefined, roles: [] };

/** The same ledger, with `words` wherever somebody could have written something. */
function writtenAll(words: string): { ledger: MockLedger; more: Record<string, MockAnswer> } {
  const fundOf = (id: string) => ({ id, name: words });
  const payments = tame.payments.map((row) => ({
    ...{ ...row, reference: words, purpose: words },
    fund: fundOf(row.fund.id),
    payee: { ...row.payee, name: words },
  }));
  const ledger = { ...tame, payments, funds: tame.funds.map((fund) => ({ ...fund, name: words })) };
  const more = {
    "explorer.status": async () => ({
      ...((await tameStatus?.answer({}, anyone)) as object),
      ...{ ledgerName: words, organisation: words, verifierKeys: [words], organisationKeys: [words] },
    }),
    "treasury.track": ({ id = "" }) => {
      const track = mockTrack(ledger, id);
      const steps = track?.steps.map((step) => ({
        ...step,
        ...(step.from && { from: { ...step.from, name: words } }),
        actors: step.actors.map((actor) => ({ ...actor, name: words })),
        bankReference: words,
      }));
      return track && { ...track, steps };
    },
    "treasury.fundBalances": () => ({
      funds: [
        {
          ...fundOf("roads"),
          number: 1,
          outstandingMinor: 1,
          freeMinor: 1,
          lockedMinor: 0,
          namedMinor: 0,
          bookedMinor: 2,
          claimsMinor: 0,
        },
      ],
      suspenseMinor: 1,
      readAt: { height: 1, timeMs: 1 },
    }),
  };
  return { ledger, more };
}

const [payment] = tame.payments;
const paths = [
  "",
  "/funds/roads",
  "/payments?fund=roads",
  `/payments/${payment?.id}`,
  "/check",
  `/check?receipt=${payment?.id}`,
];

async function pagesWith(words: string): Promise<string[]> {
  const { ledger, more } = writtenAll(words);
  const portal = new Portal({ ask: askOf(testQueries(ledger, { more })), readHeight: () => 7 });
  const answers = [];
  for (const path of paths) {
    const { pathname, searchParams } = new URL(`/public/en${path}`, "http://localhost");
    answers.push(await portal.open(pathname, searchParams));
  }
  const checked = await portal.check("/public/en/check", new URLSearchParams(), words);
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
  return [...answers, checked].map(({ body }) => body);
}

/** Every tag of a page with the names of its attributes: what a browser builds of it, whatever the texts are. */
function shapeOf(page: string): string[] {
  return [...page.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replaceAll(/"[^"]*"/g, '""'));
}

describe("texts that broke other pages", () => {
  it("change nothing but texts on any page, in any field", async () => {
    const shapes = (await pagesWith("明州")).map(shapeOf);
    for (const words of naughtyStrings) {
      const pages = await pagesWith(words);
      // A blank text checks no receipt: that page says something else.
      const compared = words.trim() === "" ? pages.slice(0, -1) : pages;
      expect(compared.map(shapeOf), JSON.stringify(words)).toEqual(shapes.slice(0, compared.length));
    }
  });

  it("in an address are refused or shown as text", async () => {
    const portal = new Portal({ ask: askOf(testQueries(tame)), readHeight: () => 7 });
    for (const words of naughtyStrings) {
      for (const name of ["fund", "payee", "from", "status", "cursor", "after", "receipt"]) {
        const query = new URLSearchParams([[name, words]]);
        for (const path of ["/public/payments", "/public/check"]) {
          const { body, status } = await portal.open(path, query);
          expect([200, 400, 404, 409]).toContain(status);
          expect(body).not.toContain("<script");
        }
      }
    }
  });
});
