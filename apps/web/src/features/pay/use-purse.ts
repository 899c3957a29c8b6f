import { type BalanceRow, balancesView, ownPlacesView } from "@mingbai/treasury/views/acts";
import { useQueries } from "@tanstack/react-query";
import { runQuery } from "../../api/run-query.ts";
import { useView } from "../../api/use-view.ts";
import { useSession } from "../../session/use-session.ts";

/** Money that this person's organisation holds in one place. */
export interface Place extends Omit<BalanceRow, "standing"> {
  readonly holder: string;
  /** What is set aside for an offer of vouchers is not for paying and not for redeeming: it is left out. */
  readonly standing: Exclude<BalanceRow["standing"], "offer">;
}

const placesMax = 500;

/**
 * What the accounts of this person's organisation (or the person's own) hold, by fund and tranche, and the funds with
 * their numbers. Undefined until all of it is known.
 */
export function usePurse({ off = false }: { off?: boolean } = {}) {
  const session = useSession();
  const own = useView(ownPlacesView, {}, { off: off || session === undefined });
  const accounts = own.data?.accounts ?? [];
  const balances = useQueries({
    queries: accounts.map(({ account }) => ({
      queryKey: [balancesView.name, { account, limit: placesMax }],
      queryFn: ({ signal }: { signal: AbortSignal }) => runQuery(balancesView, { account, limit: placesMax }, signal),
    })),
  });
  const isWhole = own.data !== undefined && balances.every(({ data }) => data !== undefined);
  const places: Place[] = balances.flatMap(({ data }, index) =>
    (data?.rows ?? []).flatMap(({ standing, ...row }) =>
      standing === "offer" ? [] : [{ ...row, standing, holder: accounts[index]?.account ?? "" }],
    ),
  );
  return {
    accounts,
    funds: own.data?.funds ?? [],
    places: isWhole ? places : undefined,
    asked: [own, ...balances],
  };
}
