import { encodeCanonical } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { HttpProblem } from "@mingbai/http/problem";
import type { QueryRoute } from "@mingbai/http/query-route";
import { role } from "@mingbai/ledger/authority/role";
import { canonicalRoster } from "@mingbai/ledger/genesis/roster";
import { newestTree } from "@mingbai/levels/laws/get-tie";
import { findOldestUnderWay } from "@mingbai/levels/laws/under-way";
import type { Asked } from "@mingbai/levels/queries/find-shown";
import { tieTable, totalsTable } from "@mingbai/levels/tables";
import { shownView, standingView } from "@mingbai/levels/views";
import type { OpenLedger } from "../open-ledger.ts";
import { queryOf } from "./query-of.ts";

/** What relays between ledgers ask: how far this one has come with another, and what it shows that one of its log. */
export function levelsLogQueries(
  { chain, published }: Pick<OpenLedger, "chain" | "published">,
  findShown: (asked: Asked) => Promise<readonly number[]>,
): QueryRoute[] {
  return [
    queryOf(
      standingView,
      { en: "How far this ledger has come with another", zh: "本账本对另一账本的进度" },
      async ({ ledger }) => {
        const row = chain.state.table(tieTable).find(ledger);
        if (row === undefined) throw new HttpProblem({ code: "TIE_UNKNOWN", ...unknownTie });
        const { as, state, noteMs, receiveNext, underWay, rosters } = row;
        const approved = rosters.at(-1);
        if (approved === undefined) throw new Error("a tie has no roster");
        const totalsIndex = chain.state.table(totalsTable).find(ledger)?.index ?? null;
        const settleFrom = underWay === 0 ? null : (findOldestUnderWay(chain.state, ledger) ?? null);
        return {
          as,
          state,
          size: newestTree(row).size,
          noteMs,
          receiveNext,
          underWay,
          settleFrom,
          totalsIndex,
          approved: { ...approved, roster: canonicalRoster(approved.roster) },
          height: chain.head.height,
        };
      },
    ),
    {
      ...shownView,
      title: { en: "What this ledger shows another of its log", zh: "本账本向另一账本出示的证明" },
      // The events name accounts: this is for those who carry proofs and those who supervise.
      allow: [role("nodeOperator"), role("regulator"), role("auditor")],
      async answer(params) {
        const { to, what, from, size } = shownView.params.parse(params);
        if (size > (published.latest?.size ?? 0)) throw new HttpProblem({ code: "UNKNOWN_SIZE", ...unknownSize });
        const places = await findShown({ to, what, from, below: size });
        const rows = places.map(async (index) => {
          const found = await chain.findLeafOutcome(index);
          const outcome = found?.record.outcomes[found.index];
          if (outcome === undefined) throw new Error(`the log has no leaf ${index}`);
          const path = await published.tiles.proveInclusion({ index, size });
          return {
            ledger: toHex(chain.chain),
            size,
            index,
            path: path.map(toHex),
            leaf: toHex(outcome.leaf),
            events: encodeCanonical(outcome.events.map(({ type, data }) => ({ type, data }))),
          };
        });
        return { rows: await Promise.all(rows) };
      },
    },
  ];
}

const unknownTie = { status: 404, en: "This ledger does not know that ledger.", zh: "本账本不认识那个账本" };
const unknownSize = { status: 404, en: "No checkpoint of this size was published.", zh: "没有公布过这么大的检查点" };
