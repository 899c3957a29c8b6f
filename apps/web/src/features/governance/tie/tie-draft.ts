import type { FundPair, TieKind } from "@mingbai/levels/schema";
import { ties } from "@mingbai/levels/schema";
import type { TieView } from "@mingbai/levels/views";
import { parseAmount } from "../../payments/parse-amount.ts";
import type { ReadRoster } from "./read-roster-file.ts";

/** What may be proposed about another ledger, in the order of the form. */
export const tieActs = ["join", "roster", "funds", "close"] as const;
export type TieAct = (typeof tieActs)[number];

/** Numbers of one fund here and there, as typed. */
export interface FundDraft {
  readonly own: string;
  readonly theirs: string;
}

/** What stands in the form about a tie. */
export interface TieDraft {
  readonly act: TieAct;
  /** Which of the ledgers that are known; of one that is taken on its roster says it. */
  readonly ledger: string;
  readonly as: TieKind;
  readonly name: string;
  /** The file that was opened for this act and ledger. */
  readonly opened: ReadRoster | undefined;
  /** Undefined until somebody has typed there: as they are. */
  readonly funds: readonly FundDraft[] | undefined;
}

const noFund: FundDraft = { own: "", theirs: "" };

/** The form as an address asks for it: `act`, `ledger`, `as`. */
export function tieDraftFrom(asked: URLSearchParams): TieDraft {
  return {
    act: tieActs.find((act) => act === asked.get("act")) ?? "join",
    ledger: asked.get("ledger") ?? "",
    as: ties.find((as) => as === asked.get("as")) ?? "child",
    name: "",
    opened: undefined,
    funds: undefined,
  };
}

/** Another act or another ledger: what was opened and typed for the one before counts no more. */
export function withOther(draft: TieDraft, part: Pick<TieDraft, "act"> | Pick<TieDraft, "ledger">): TieDraft {
  return { ...draft, ...part, opened: undefined, funds: undefined };
}

/** The rows of funds in the form; `tie`: as they stand. There is always one to type in. */
export function fundRows({ funds }: TieDraft, tie: Pick<TieView, "funds"> | undefined): readonly FundDraft[] {
  const standing = (tie?.funds ?? []).map(({ own, theirs }) => ({ own: String(own), theirs: String(theirs) }));
  const rows = funds ?? standing;
  return rows.length === 0 ? [noFund] : rows;
}

/** With one row more. */
export function withFund(rows: readonly FundDraft[]): readonly FundDraft[] {
  return [...rows, noFund];
}

/** A fund's number that is typed, or undefined. */
export function findFundNumber(text: string): number | undefined {
  const number = parseAmount(text, 0) ?? 0;
  return number > 0 ? number : undefined;
}

/** The pairs that the rows spell; rows without anything in them are none. A half one has no number, and spells no change. */
export function fundPairs(rows: readonly FundDraft[]): readonly FundPair[] {
  return rows
    .filter((row) => !isEmpty(row))
    .map(({ own, theirs }) => ({
      own: findFundNumber(own) ?? Number.NaN,
      theirs: findFundNumber(theirs) ?? Number.NaN,
    }));
}

/** The change that the form spells. Its shape is checked by whoever proposes it. */
export function spelledTie(draft: TieDraft): unknown {
  const { act, as, name, opened } = draft;
  const funds = fundPairs(draft.funds ?? []);
  switch (act) {
    case "join":
      return { kind: act, ledger: opened?.ledger, as, name: name.trim(), roster: opened?.text, funds };
    case "roster":
      return { kind: act, ledger: draft.ledger, roster: opened?.text };
    case "funds":
      return { kind: act, ledger: draft.ledger, funds };
    case "close":
      return { kind: act, ledger: draft.ledger };
  }
}

/** Why the form cannot be proposed. */
export type TieFault =
  | { readonly why: "noFile" | "noName" | "noLedger" | "fundWrong" | "fundTwice" | "fundsSame" }
  | { readonly why: "parentExists"; readonly name: string };

/** The first of them, or undefined. `known`: the ledgers that this one knows. */
export function findTieFault(draft: TieDraft, known: readonly TieView[]): TieFault | undefined {
  const { act, opened, as } = draft;
  const tie = findTie(draft, known);
  if (act !== "join" && tie === undefined) return { why: "noLedger" };
  if ((act === "join" || act === "roster") && opened === undefined) return { why: "noFile" };
  if (act === "join") {
    const parent = known.find((one) => one.as === "parent" && one.state !== "closed");
    if (as === "parent" && parent) return { why: "parentExists", name: parent.name };
    if (draft.name.trim() === "") return { why: "noName" };
  }
  return act === "join" || act === "funds" ? findFundsFault(draft, tie) : undefined;
}

/** The tie that is to change: one that is there and was not closed. */
export function findTie({ act, ledger }: TieDraft, known: readonly TieView[]): TieView | undefined {
  return act === "join" ? undefined : openTies(known).find((tie) => tie.ledger === ledger);
}

/** The ties of which something may be changed. */
export function openTies(known: readonly TieView[]): readonly TieView[] {
  return known.filter(({ state }) => state !== "closed");
}

function findFundsFault(draft: TieDraft, tie: TieView | undefined): TieFault | undefined {
  const pairs = fundPairs(fundRows(draft, tie));
  if (pairs.some(({ own, theirs }) => Number.isNaN(own) || Number.isNaN(theirs))) return { why: "fundWrong" };
  for (const side of ["own", "theirs"] as const) {
    if (new Set(pairs.map((pair) => pair[side])).size < pairs.length) return { why: "fundTwice" };
  }
  return tie !== undefined && keyOf(pairs) === keyOf(tie.funds) ? { why: "fundsSame" } : undefined;
}

function isEmpty({ own, theirs }: FundDraft): boolean {
  return own.trim() === "" && theirs.trim() === "";
}

function keyOf(pairs: readonly FundPair[]): string {
  return pairs
    .map(({ own, theirs }) => `${own}:${theirs}`)
    .sort()
    .join();
}
