import { type BlockRow, blocksView, blockView, sharesView } from "@mingbai/http/explorer-views";
import type { QueryRoute } from "@mingbai/http/query-route";
import { keyTable } from "@mingbai/ledger/authority/key";
import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import { findContainerHeader } from "@mingbai/ledger/container/container";
import { type RosterRow, rosterTable } from "@mingbai/ledger/genesis/rosters";
import { findNote } from "@mingbai/ledger/proofs/note";
import type { OpenLedger } from "../open-ledger.ts";

type Ledger = Pick<OpenLedger, "chain" | "published" | "network">;

/** Blocks whose gatherers are remembered; pages ask for the same again and again. */
const rememberedBlocksMax = 1_000;
const nobody = "—";

/**
 * The explorer's questions with what a node's tables do not know: whose node gathered most of a block, how many members' signatures
 * cover it, which organisations its signers belong to.
 */
export function nameBlocks(ledger: Ledger, routes: readonly QueryRoute[]): QueryRoute[] {
  const gatherers = new Map<number, string>();
  const named = async (row: BlockRow, cosigned: Cosigned) => {
    const proposer = gatherers.get(row.height) ?? (await gathererOf(ledger, row.height));
    if (gatherers.size >= rememberedBlocksMax) gatherers.clear();
    gatherers.set(row.height, proposer);
    const { have, of, upTo } = cosigned;
    return { ...row, proposer, cosigned: { have: row.height <= upTo ? have : 0, of } };
  };
  return routes.map((route) => {
    if (route.name === sharesView.name) return answeredBy(route, async (answer) => sharesOf(ledger, answer));
    if (ledger.network === undefined) return route;
    if (route.name === blockView.name)
      return answeredBy(route, async (answer) => {
        const detail = blockView.result.parse(answer);
        return { ...detail, ...(await named(detail, await cosignedOf(ledger))) };
      });
    if (route.name !== blocksView.name) return route;
    return answeredBy(route, async (answer) => {
      const { rows, next } = blocksView.result.parse(answer);
      const cosigned = await cosignedOf(ledger);
      return { rows: await Promise.all(rows.map((row) => named(row, cosigned))), next };
    });
  });
}

function answeredBy(route: QueryRoute, change: (answer: unknown) => Promise<unknown>): QueryRoute {
  return { ...route, answer: async (params, reader) => change(await route.answer(params, reader)) };
}

/** The member whose containers brought the most work into a block. */
async function gathererOf({ chain }: Ledger, height: number): Promise<string> {
  const units = new Map<number, number>();
  for await (const block of chain.blocksFromHeight(height)) {
    if (block.height !== height) break;
    for (const { header } of block.containers) {
      const read = findContainerHeader(header);
      if (read !== undefined) units.set(read.origin, (units.get(read.origin) ?? 0) + read.units);
    }
    break;
  }
  const [most] = [...units].sort(([, a], [, b]) => b - a);
  return (most && findRoster(chain, height)?.members[most[0]]?.organisation) ?? nobody;
}

/** The roster by which this height counted, while the ledger still keeps it. */
function findRoster({ state }: Ledger["chain"], height: number): RosterRow | undefined {
  const rows = state
    .table(rosterTable)
    .entries()
    .map(([, row]) => row);
  return rows.sort((a, b) => b.epoch - a.epoch).find(({ fromHeight }) => fromHeight <= height);
}

interface Cosigned {
  readonly have: number;
  readonly of: number;
  /** The newest checkpoint covers every block up to this height. */
  readonly upTo: number;
}

async function cosignedOf({ chain, published }: Ledger): Promise<Cosigned> {
  const of = findRoster(chain, chain.head.height)?.members.length ?? 0;
  if (published.count === 0) return { have: 0, of, upTo: -1 };
  const { text, origin, height } = await published.checkpoint(published.count - 1);
  const names = findNote(text)?.signatures.map(({ name }) => name) ?? [];
  const have = new Set(names.filter((name) => name.startsWith(`${origin}/`))).size;
  return { have, of, upTo: height };
}

/** The tables know keys; whose organisation a key acts for, the state does. */
function sharesOf({ chain }: Ledger, answer: unknown) {
  const { rows, ...shares } = sharesView.result.parse(answer);
  const percents = new Map<string, number>();
  for (const { organisation: keyId, percent } of rows) {
    const key = chain.state.table(keyTable).find(keyId);
    const organisation = (key && findActor(chain.state, key.account, chain.head.timeMs)?.organisation) ?? nobody;
    percents.set(organisation, (percents.get(organisation) ?? 0) + percent);
  }
  const named = [...percents].map(([organisation, percent]) => ({ organisation, percent: Math.min(100, percent) }));
  return { ...shares, rows: named.sort((a, b) => b.percent - a.percent) };
}
