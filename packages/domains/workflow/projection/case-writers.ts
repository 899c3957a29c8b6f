import type { Role } from "@mingbai/ledger/authority/role";
import type { CaseStage, NoticeKind } from "../views/notice-kinds.ts";
import type { MatterBook } from "./matter-book.ts";
import { filesKey, personKey } from "./notices.ts";
import { bitsOf } from "./seats.ts";
import type { Fact } from "./writers.ts";

/** Whom the registry says that a case concerns; it knows of no bell. */
interface Concerned {
  readonly about: "entry" | "exit";
  readonly accounts: readonly string[];
  readonly office?: { readonly organisation: string; readonly area: string; readonly roles: readonly Role[] };
}

type Write = (fact: Fact, book: MatterBook) => void;

/** Cases of entry and exit concern whose turn it is, of what becomes of them the household, and of an answer who objected. */
export const caseWriters: { readonly [type: string]: Write } = {
  "registry.caseOpened": (fact, book) => tell(fact, book, { kind: "came", state: "applied" }),
  "registry.caseMoved": (fact, book) => {
    const state = String(fact.data.stage) as CaseStage;
    tell(fact, book, { kind: kindOf[state], state });
  },
  "registry.caseDueSoon": (fact, book) => tell(fact, book, { kind: "soon", state: stageOf(fact) }),
  "registry.caseOverdue": (fact, book) => tell(fact, book, { kind: "overdue", state: stageOf(fact) }),
  "registry.objectionRaised": (fact, book) => tell(fact, book, { kind: "disputed", state: "noticed" }),
  "registry.objectionAnswered": (fact, book) => {
    tell(fact, book, { kind: "came", state: "heard" });
    tell(fact, book, { kind: "answered", state: "noticed", whom: "answers" });
  },
};

const kindOf: { readonly [stage in CaseStage]: NoticeKind } = {
  applied: "returned",
  checked: "came",
  passed: "came",
  noticed: "passed",
  heard: "came",
  observed: "passed",
  accepted: "passed",
  declined: "ended",
  withdrawn: "ended",
  returned: "ended",
};

function stageOf({ data }: Fact): CaseStage {
  return String(data.stage) as CaseStage;
}

/** `whom`: the part of the event that says whom it concerns. */
function tell(
  { seq: at, timeMs: time_ms, data }: Fact,
  book: MatterBook,
  { whom = "tells", ...said }: { kind: NoticeKind; state: CaseStage; whom?: "tells" | "answers" },
) {
  if (data[whom] === undefined) return;
  const { about, accounts, office } = data[whom] as Concerned;
  const by_account = data.by === undefined ? "" : String(data.by);
  const told = { at, ...said, by_account, time_ms, seq: null, person: null, case_id: String(data.case), about };
  for (const account of accounts) book.add("notice", { ...told, roles: 0, key: personKey(account) });
  if (office === undefined) return;
  const { organisation, area, roles } = office;
  book.add("notice", { ...told, roles: bitsOf(roles), key: filesKey(organisation), area });
}
