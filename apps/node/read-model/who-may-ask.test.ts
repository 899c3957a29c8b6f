import { governanceQueries } from "@mingbai/governance/queries/all";
import { governanceViews } from "@mingbai/governance/views";
import { explorerQueries } from "@mingbai/http/explorer-queries/all";
import { anonymousReader, mayAsk } from "@mingbai/http/query-route";
import { identityQueries } from "@mingbai/identity/queries/all";
import { identityViews } from "@mingbai/identity/views";
import { roles } from "@mingbai/ledger/authority/role";
import { levelsQueries } from "@mingbai/levels/queries/all";
import { levelsViews } from "@mingbai/levels/views";
import { postsQueries } from "@mingbai/posts/queries/all";
import { postsViews } from "@mingbai/posts/views";
import { registryQueries } from "@mingbai/registry/queries/all";
import { caseQueries } from "@mingbai/registry/queries/cases/all";
import { comparisonQueries } from "@mingbai/registry/queries/comparison/all";
import { helpQueries } from "@mingbai/registry/queries/help/all";
import { importQueries } from "@mingbai/registry/queries/import/all";
import { villageQueries } from "@mingbai/registry/queries/village/all";
import { registryViews } from "@mingbai/registry/views";
import { caseViews } from "@mingbai/registry/views/cases";
import { comparisonViews } from "@mingbai/registry/views/comparison";
import { helpViews } from "@mingbai/registry/views/help";
import { importViews } from "@mingbai/registry/views/import";
import { villageViews } from "@mingbai/registry/views/village";
import { sampleRoster } from "@mingbai/testkit/sample-domain/sample-ledger";
import { treasuryQueries } from "@mingbai/treasury/queries/all";
import { treasuryViews } from "@mingbai/treasury/views";
import { actViews } from "@mingbai/treasury/views/acts";
import { bankViews } from "@mingbai/treasury/views/bank";
import { bankCloseViews } from "@mingbai/treasury/views/bank-close";
import { freezesView } from "@mingbai/treasury/views/freezes";
import { manifestBatchesView } from "@mingbai/treasury/views/manifest-batches";
import { offerViews } from "@mingbai/treasury/views/offers";
import { transactionsView } from "@mingbai/treasury/views/transactions";
import { workflowQueries } from "@mingbai/workflow/queries/all";
import { workflowViews } from "@mingbai/workflow/views";
import { describe, expect, it } from "vitest";
import { registry } from "../registry.ts";

/** Every question to the tables that answers anyone. One that is missing here and below fails the test. */
const open = [
  "explorer.activity",
  "explorer.block",
  "explorer.blocks",
  "explorer.search",
  "explorer.shares",
  "explorer.transaction",
  "explorer.transactions",
  "governance.doubleVotes",
  "governance.proposals",
  "governance.settings",
  "identity.areas",
  "identity.organisations",
  "identity.people",
  "identity.person",
  "identity.recoveries",
  "identity.rules",
  "levels.ties",
  "levels.transfers",
  "posts.helpers",
  "registry.form",
  "registry.forms",
  "registry.policies",
  "registry.publicCases",
  "treasury.fundBalances",
  "treasury.fundTotals",
  "treasury.manifestBatches",
  "treasury.manifests",
  "treasury.merchants",
  "treasury.monthlyPaid",
  "treasury.offers",
  "treasury.payeeTotals",
  "treasury.payments",
  "treasury.paymentsSummary",
  "treasury.search",
  "treasury.track",
  "treasury.transactions",
  "workflow.publicMatters",
];
const staff = ["projectManager", "financeSupervisor", "approver", "escrowBank", "regulator", "auditor"];
const holders = ["supplier", "individual"];
/** Questions that answer some, and whom. */
const parties = ["projectManager", "financeSupervisor", ...holders, "regulator", "auditor"];
/** Who keeps files or supervises that; the people of a file see their own. */
const fileOffices = [
  ...["gridWorker", "intakeClerk", "caseHandler", "operator", "reviewer", "approver", "leader"],
  ...["regulator", "auditor", "supervisor"],
];
const fileReaders = [...fileOffices, "individual"];
const closed: Readonly<Record<string, readonly string[]>> = {
  "identity.approvalStanding": roles,
  ...Object.fromEntries(
    importViews.map(({ name }) => [name, ["gridWorker", "intakeClerk", "caseHandler", "operator"]]),
  ),
  "registry.access": fileReaders,
  "registry.assignmentProposal": ["reviewer", "approver", "leader"],
  "registry.alike": fileOffices,
  "registry.case": fileReaders,
  "registry.caseHousehold": fileReaders,
  "registry.cases": fileOffices,
  "registry.comparisonRuns": ["caseHandler", "operator", "leader", "supervisor"],
  "registry.erasures": [...fileReaders, "nodeOperator"],
  "registry.handOver": fileOffices,
  "registry.handOvers": fileOffices,
  "registry.history": fileReaders,
  "registry.household": fileReaders,
  "registry.householdCases": fileReaders,
  "registry.households": fileOffices,
  "registry.loads": fileOffices,
  "registry.messages": fileReaders,
  "registry.own": fileReaders,
  "registry.ownObjections": roles,
  "registry.policyTargets": fileOffices,
  "registry.places": fileOffices,
  "registry.readings": fileReaders,
  "registry.unregistered": ["caseHandler", "operator", "leader", "supervisor"],
  "registry.verdicts": fileOffices,
  "registry.verdictsOf": fileReaders,
  "registry.villagePortrait": fileOffices,
  "registry.visits": fileReaders,
  "registry.villageReport": fileOffices,
  "treasury.balances": [...staff, ...holders],
  "treasury.bankDay": staff,
  "treasury.bankDays": staff,
  "treasury.dayCloses": staff,
  "treasury.differences": staff,
  "treasury.freezes": ["regulator", "auditor"],
  "treasury.bankLines": [...staff, "importer"],
  "treasury.offerTakers": ["operator", "projectManager", "financeSupervisor", "approver", "regulator", "auditor"],
  "treasury.till": ["supplier"],
  "treasury.wallet": ["individual"],
  "treasury.ownPlaces": [...staff, ...holders],
  "treasury.operatingShares": staff,
  "treasury.redemptions": [...staff, ...holders],
  "treasury.vouchers": [...staff, ...holders],
  "workflow.matter": parties,
  "workflow.noticeCount": roles,
  "workflow.notices": roles,
  "workflow.queue": parties,
};
const founded = { demo: true, reconstruction: false, quotaUnitsPerMinute: 60_000 };
const queries = [
  ...explorerQueries({ registry, currency: { code: "CNY", decimals: 2 } }),
  ...identityQueries(registry, { demo: true, reconstruction: false }),
  ...treasuryQueries,
  ...workflowQueries,
  ...postsQueries,
  ...registryQueries,
  ...comparisonQueries,
  ...villageQueries,
  ...caseQueries,
  ...helpQueries,
  ...importQueries,
  ...governanceQueries({ configuration: founded, roster: () => sampleRoster }),
  ...levelsQueries({
    chain: new Uint8Array(32),
    name: "sample",
    roster: () => sampleRoster,
    totalsOf: () => ({ outstanding: 0, paidIn: 0, paidOut: 0 }),
  }),
];
const readers = [
  anonymousReader,
  ...roles.map((role) => ({ account: "0000000000000001", organisation: "one", roles: [role] })),
];

describe("who may ask", () => {
  it("is listed for every question there is", () => {
    expect(queries.map(({ name }) => name).sort()).toEqual([...open, ...Object.keys(closed)].sort());
    expect(identityQueries(registry, { demo: true, reconstruction: false }).map(({ name }) => name)).toEqual(
      identityViews.map(({ name }) => name),
    );
    expect(queries.map(({ name }) => name)).toEqual(expect.arrayContaining(governanceViews.map(({ name }) => name)));
    expect(queries.map(({ name }) => name)).toEqual(expect.arrayContaining(levelsViews.map(({ name }) => name)));
    expect(postsQueries.map(({ name }) => name)).toEqual(postsViews.map(({ name }) => name));
    expect(registryQueries.map(({ name }) => name)).toEqual(registryViews.map(({ name }) => name));
    expect(caseQueries.map(({ name }) => name)).toEqual(caseViews.map(({ name }) => name));
    expect(comparisonQueries.map(({ name }) => name)).toEqual(comparisonViews.map(({ name }) => name));
    expect(helpQueries.map(({ name }) => name)).toEqual(helpViews.map(({ name }) => name));
    expect(villageQueries.map(({ name }) => name)).toEqual(villageViews.map(({ name }) => name));
    expect(importQueries.map(({ name }) => name)).toEqual(importViews.map(({ name }) => name));
    expect(workflowQueries.map(({ name }) => name)).toEqual(workflowViews.map(({ name }) => name));
    expect(treasuryQueries.map(({ name }) => name).sort()).toEqual(
      [
        ...treasuryViews,
        ...actViews,
        ...bankViews,
        ...bankCloseViews,
        ...offerViews,
        freezesView,
        manifestBatchesView,
        transactionsView,
      ]
        .map(({ name }) => name)
        .sort(),
    );
  });

  it.each(readers.flatMap((reader) => queries.map((query) => ({ role: reader.roles[0] ?? "nobody", reader, query }))))(
    "$role asks $query.name",
    ({ reader, query }) => {
      expect(mayAsk(reader, query.allow)).toBe(
        open.includes(query.name) || closed[query.name]?.includes(reader.roles[0] ?? "nobody") === true,
      );
    },
  );
});
