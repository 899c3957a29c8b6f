import { governanceViews } from "@mingbai/governance/views";
import { explorerViews } from "@mingbai/http/explorer-views";
import { chainView, keyView, relyingPartyView } from "@mingbai/http/ledger-views";
import { identityViews } from "@mingbai/identity/views";
import { levelsViews, standingView } from "@mingbai/levels/views";
import { postsViews } from "@mingbai/posts/views";
import { registryViews } from "@mingbai/registry/views";
import { caseViews } from "@mingbai/registry/views/cases";
import { comparisonViews } from "@mingbai/registry/views/comparison";
import { helpViews } from "@mingbai/registry/views/help";
import { importViews } from "@mingbai/registry/views/import";
import { villageViews } from "@mingbai/registry/views/village";
import { PaymentFilter, PaymentsParams, treasuryViews } from "@mingbai/treasury/views";
import { actViews } from "@mingbai/treasury/views/acts";
import { bankViews } from "@mingbai/treasury/views/bank";
import { bankCloseViews } from "@mingbai/treasury/views/bank-close";
import { bankStatementView } from "@mingbai/treasury/views/bank-statement";
import { freezesView } from "@mingbai/treasury/views/freezes";
import { workflowViews } from "@mingbai/workflow/views";
import { sampleReceipt } from "../sample-log.ts";
import { mockExplorer } from "./mock-explorer.ts";
import type { MockLedger } from "./mock-ledger.ts";
import { mockLevels } from "./mock-levels.ts";
import { pageOfPayments, sumOfPayments } from "./mock-payments.ts";
import { mockTrack } from "./mock-track.ts";
import { mockFundTotals, mockMonths, mockPayeeTotals, mockSearch } from "./mock-treasury.ts";

/** A refusal as the server words it: status and code of the problem. */
export class MockRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

type Params = Readonly<Record<string, string>>;
/** Answers one view; what it does not know is undefined, and answered as not found. */
export type MockAnswer = (params: Params) => unknown;
/** Every view that pages ask. */
export const mockViews = [
  ...treasuryViews,
  ...actViews,
  ...bankViews,
  ...bankCloseViews,
  bankStatementView,
  freezesView,
  ...identityViews,
  ...explorerViews,
  ...workflowViews,
  ...governanceViews,
  ...levelsViews,
  ...postsViews,
  ...registryViews,
  ...caseViews,
  ...helpViews,
  ...importViews,
  ...comparisonViews,
  ...villageViews,
  standingView,
  chainView,
  keyView,
  relyingPartyView,
];

function number(params: Params, name: string): number | undefined {
  return params[name] === undefined ? undefined : Number(params[name]);
}

/** What the shell asks on every page: nothing is to be told. */
const quietAt = { height: 0, timeMs: 0 };
const quiet: Readonly<Record<string, MockAnswer>> = {
  "treasury.bankDays": () => ({
    accounts: [],
    account: null,
    days: [],
    openDifferences: 0,
    stoppedMs: null,
    readAt: quietAt,
  }),
  "treasury.differences": () => ({ differences: [], readAt: quietAt }),
  "treasury.dayCloses": () => ({ closes: [], readAt: quietAt }),
  "identity.recoveries": () => ({ rows: [], readAt: quietAt }),
  "identity.organisations": () => ({ rows: [], readAt: quietAt }),
  "governance.settings": () => ({
    members: [],
    rules: [],
    parameters: [],
    bases: [],
    roster: [],
    rosterEpoch: 0,
    frozen: [],
    readAt: quietAt,
  }),
  "ledger.relyingParty": () => ({ id: "localhost", origins: ["http://localhost:8470"] }),
  "identity.approvalStanding": () => ({
    amount: null,
    next: null,
    cautionUntilMs: null,
    colleagues: [],
    readAt: quietAt,
  }),
};

/** Answers every view from a mock ledger, each answer checked against the view's own shape. */
export function mockAnswers(
  ledger: MockLedger,
  { currency = "CNY", more = {} }: { currency?: string; more?: Readonly<Record<string, MockAnswer>> } = {},
) {
  const explorer = mockExplorer(ledger, { currency });
  const readAt = { height: ledger.height, timeMs: ledger.timeMs };
  const funds = mockFundTotals(ledger);
  const months = mockMonths(ledger);
  const payees = mockPayeeTotals(ledger, { limit: 200 });
  const rowOf = (id: string) => {
    const payment = ledger.payments.find((row) => row.id.startsWith(id));
    if (!payment) throw new MockRefusal(404, "UNKNOWN_TRANSACTION");
    return payment;
  };
  const transaction = (id: string) => {
    const { height } = rowOf(id);
    return {
      ...explorer.transactionRow(id, height, 0),
      audit: {
        en: `paid ${currency} 646,800.00 to 00000000000000b2`,
        zh: `向 00000000000000b2 付了 ${currency} 646,800.00`,
      },
      keyId: "00000000000000a1",
      scheme: "ed25519",
      lane: 0,
      sequence: "17",
      expiryMs: explorer.timeOf(height) + 3_600_000,
      batchId: explorer.hex("batch"),
      bodyBytes: 240,
      leafHash: explorer.hex("leaf"),
      linesRoot: explorer.hex("lines"),
      eventsRoot: explorer.hex("events"),
      events: [
        {
          type: "treasury.paid",
          fields: [
            { name: "amount", value: "646,800.00" },
            { name: "fund", value: "1" },
          ],
        },
      ],
    };
  };
  const known = ledger.payments.slice(-60).map(({ id }) => id.split("-")[0] ?? "");
  const answers: Record<string, (params: Params) => unknown> = {
    ...mockLevels(readAt),
    "treasury.payments": (params) => ({ ...pageOfPayments(ledger.payments, PaymentsParams.parse(params)), readAt }),
    "treasury.paymentsSummary": (params) => ({
      ...sumOfPayments(ledger.payments, PaymentFilter.parse(params)),
      readAt,
    }),
    "treasury.fundTotals": () => funds,
    "treasury.payeeTotals": (params) => {
      const limit = number(params, "limit") ?? 12;
      return params.fund === undefined && limit === 200
        ? payees
        : mockPayeeTotals(ledger, { fund: params.fund, limit });
    },
    "treasury.monthlyPaid": () => months,
    "treasury.search": ({ text = "", limit = "8" }) => mockSearch(ledger, { text, limit: Number(limit) }),
    "treasury.track": ({ id = "" }) => {
      const track = mockTrack(ledger, id);
      if (!track) throw new MockRefusal(404, "UNKNOWN_PAYMENT");
      return track;
    },
    "explorer.status": () => explorer.status(),
    "explorer.readTo": () => explorer.status().readModel,
    "explorer.blocks": (params) => {
      if (params.before === undefined) explorer.step();
      const from = (number(params, "before") ?? explorer.top() + 1) - 1;
      const count = Math.min(number(params, "limit") ?? 20, from);
      return {
        rows: Array.from({ length: count }, (_, index) => explorer.block(from - index)),
        next: from - count > 0 ? from - count + 1 : null,
      };
    },
    "explorer.block": (params) => {
      const height = number(params, "height") ?? 0;
      if (height < 1 || height > explorer.top()) throw new MockRefusal(404, "UNKNOWN_BLOCK");
      return {
        ...explorer.block(height),
        previous: height > 1 ? height - 1 : null,
        next: height < explorer.top() ? height + 1 : null,
        logSize: explorer.logSizeAt(height),
        logRoot: explorer.hex(`root ${height}`),
        effectsHash: explorer.hex(`effects ${height}`),
        rosterHash: explorer.hex("roster"),
      };
    },
    "explorer.transactions": (params) => {
      const height = number(params, "height") ?? explorer.top();
      const start = Number(params.cursor ?? 0);
      const rows = known
        .slice(start, start + 20)
        .map((id, index) => explorer.transactionRow(id, height, start + index));
      return { rows, next: start + 20 < known.length ? String(start + 20) : null };
    },
    "explorer.transaction": ({ id = "" }) => transaction(id),
    "explorer.checkpoints": (params) => {
      const from = params.before === undefined ? explorer.top() : Math.floor((Number(params.before) - 2) / 7);
      const rows = Array.from({ length: Number(params.limit ?? 10) }, (_, index) => explorer.checkpoint(from - index));
      return { rows, next: rows.at(-1)?.size ?? null };
    },
    "explorer.consistency": ({ from = "1", to = "1" }) => ({
      from: Number(from),
      to: Number(to),
      fromRoot: explorer.hex(`root ${from}`),
      toRoot: explorer.hex(`root ${to}`),
      hashes: [explorer.hex("path")],
    }),
    "explorer.receipt": async (params) => {
      const { id = "" } = params;
      const sample = ledger.transactions.get(id);
      const row = rowOf(id);
      const line = number(params, "line");
      if (!sample) throw new MockRefusal(404, "UNKNOWN_TRANSACTION");
      if (line !== undefined && !sample.lines) throw new MockRefusal(404, "UNKNOWN_LINE");
      const { text, tlogProof } = await sampleReceipt(sample, { height: row.height, timeMs: row.enteredMs, line });
      return { text, tlogProof };
    },
    "explorer.activity": () => ({
      bucketMs: 300_000,
      buckets: Array.from({ length: 72 }, (_, index) => ({
        fromMs: ledger.timeMs - (72 - index) * 300_000,
        transactions: 300 + ((index * 37) % 90),
        lines: index === 58 ? 96_000 : index === 59 ? 71_000 : 14_000 + ((index * 5_347) % 9_000),
      })),
    }),
    "explorer.shares": () => ({
      height: explorer.top(),
      limitPercent: 40,
      rows: [
        { organisation: "区民政局", percent: 38 },
        { organisation: "区财政局", percent: 9 },
        { organisation: "青石街道", percent: 4 },
        { organisation: "明州农商银行", percent: 3 },
      ],
    }),
    "explorer.search": ({ text = "" }) => {
      const height = /^\d+$/.test(text) ? Number(text) : 0;
      if (height > 0 && height <= explorer.top()) {
        return { hits: [{ at: "block", height, timeMs: explorer.timeOf(height) }] };
      }
      const found = /^[0-9a-f]{8,64}$/.test(text) ? ledger.payments.filter(({ id }) => id.startsWith(text)) : [];
      return {
        hits: found.slice(0, 5).map(({ id, height: at }) => ({
          at: "transaction",
          id: id.split("-")[0] ?? "",
          height: at,
          command: "treasury.pay",
        })),
      };
    },
  };
  return async (name: string, params: Params): Promise<unknown> => {
    const view = mockViews.find((one) => one.name === name);
    const answer = more[name] ?? answers[name] ?? quiet[name];
    if (!view || !answer) throw new MockRefusal(404, "UNKNOWN_QUERY");
    if (!view.params.safeParse(params).success) throw new MockRefusal(400, "BAD_PARAMETERS");
    const result = await answer(params);
    if (result === undefined) throw new MockRefusal(404, "UNKNOWN");
    return view.result.parse(result);
  };
}
