import type { LedgerStatus } from "@mingbai/http/explorer-views";
import { arrived } from "@mingbai/testkit/browser/arrive";
import { type Look, usual, watchFaults } from "@mingbai/testkit/browser/looks";
import { mockExplorer } from "@mingbai/testkit/browser/mock/mock-explorer";
import { mockLedger } from "@mingbai/testkit/browser/mock/mock-ledger";
import { mockNowMs } from "@mingbai/testkit/browser/mock/mock-matters";
import { type mockPeople, mockWork } from "@mingbai/testkit/browser/mock/mock-work";
import type { MockApi, MockServer } from "@mingbai/testkit/browser/mock/serve-mock";
import { newPage, serveWork } from "./test-work-pages.ts";

/** Which of the explorer's nodes the two servers are. */
const places = { first: 0, second: 2 } as const;
type NodeName = keyof typeof places;

interface Options {
  readonly look?: Look;
  /** What the nodes say of themselves and of each other. */
  readonly change?: (status: LedgerStatus) => LedgerStatus;
  /** The second node refuses the first attempt to sign in, as where a passkey must be asked. */
  readonly refusesFirstSignIn?: boolean;
}

/** Two nodes of one ledger at origins of their own, and somebody at a page of the first. */
export async function openNodes(role: keyof typeof mockPeople, route: string, options: Options = {}) {
  const { look = usual, change = (status) => status, refusesFirstSignIn = false } = options;
  const work = mockWork(role);
  const explorer = mockExplorer(mockLedger({ count: 10 }));
  const servers: Partial<Record<NodeName, MockServer>> = {};
  const hanging = new Set<string>();
  const calls: { node: NodeName; path: string; body: string }[] = [];
  let mayRefuse = refusesFirstSignIn;

  const statusOf = (here: NodeName): LedgerStatus => {
    const status = explorer.status();
    const nodes = status.nodes.map((node, at) => {
      const url = at === places.first ? servers.first?.url : at === places.second ? servers.second?.url : undefined;
      return { ...node, ...(url !== undefined && { url }) };
    });
    return change({ ...status, nodes, node: nodes[places[here]]?.name ?? "" });
  };
  const apiOf =
    (node: NodeName): MockApi =>
    async (call) => {
      const { method, path } = call;
      calls.push({ node, path, body: call.body.toString() });
      if (node === "first" && hanging.has(path)) return new Promise(() => undefined);
      if (node === "second" && mayRefuse && method === "POST" && path === "/api/session") {
        mayRefuse = false;
        return { status: 401, body: { code: "SIGN_IN_REFUSED", status: 401 } };
      }
      return work.api(call);
    };
  const serve = (node: NodeName) =>
    serveWork(work, { api: apiOf(node), more: { "explorer.status": () => statusOf(node) } });
  const first = await serve("first");
  const second = await serve("second");
  Object.assign(servers, { first, second });
  first.others = [second.url];
  second.others = [first.url];

  const page = await newPage(look, work.keyId);
  const faults = watchFaults(page);
  await page.clock.install();
  await page.clock.setFixedTime(mockNowMs);
  await page.goto(first.url + work.path(route));
  await arrived(page);
  const hangOn = (path: string): void => void hanging.add(path);
  return { ...work, page, faults, calls, nodes: { first: Object.assign(first, { hangOn }), second } };
}
