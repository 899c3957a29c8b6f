import { localYear } from "@mingbai/ledger/calendar/local-days";
import { operatingSharesView, type ShareRow } from "@mingbai/treasury/views/acts";
import { useView } from "../../api/use-view.ts";
import { useSession } from "../../session/use-session.ts";
import { askedTogether } from "../../ui/asked-together.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { useNow } from "../../ui/use-now.ts";
import { type Place, usePurse } from "../pay/use-purse.ts";
import { redeemableOf } from "./redeemable.ts";

/** Money in one place, with what of it may be redeemed now and by which name the ledger knows its fund. */
export interface Holding extends ReturnType<typeof redeemableOf> {
  readonly place: Place;
  readonly holderName: string;
  readonly fundNumber: number;
  /** Where an office holds it: its operating share of this year, or none. */
  readonly share: ShareRow | "none" | undefined;
}

/** What this person's accounts hold, and the operating shares of their offices; all of it, or nothing yet. */
export function useHoldings({ off }: { off: boolean }) {
  const session = useSession();
  const year = localYear(useLedger(), useNow());
  const purse = usePurse({ off });
  const isStaff = session?.roles.some((role) => role === "projectManager" || role === "financeSupervisor") === true;
  const asked = useView(operatingSharesView, {}, { off: off || !isStaff });
  const shares = (asked.data?.rows ?? []).filter((share) => share.year === year);
  const isWhole = purse.places !== undefined && (!isStaff || asked.data !== undefined);
  const holdings: Holding[] = (purse.places ?? []).map((place) => {
    const account = purse.accounts.find((one) => one.account === place.holder);
    const share =
      account?.kind === "office"
        ? (shares.find(({ office, fund }) => office.account === place.holder && fund.id === place.fund.id) ?? "none")
        : undefined;
    return {
      place,
      share,
      holderName: account?.name ?? "",
      fundNumber: purse.funds.find(({ id }) => id === place.fund.id)?.number ?? 0,
      ...redeemableOf(place, share),
    };
  });
  return {
    year,
    shares,
    isOffice: purse.accounts.some(({ kind }) => kind === "office"),
    asked: askedTogether([...purse.asked, asked], isWhole ? holdings : undefined),
  };
}
