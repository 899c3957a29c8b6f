import type { CaseStage, NoticeKind } from "../views/notice-kinds.ts";
import type { MatterBook } from "./matter-book.ts";
import { type Told, tell } from "./tell.ts";
import type { Fact } from "./writers.ts";

type Concerned = Told & { readonly about: "entry" | "exit" };

type Write = (fact: Fact, book: MatterBook) => void;

/** Cases of entry and exit concern whose turn it is, of what becomes of them the household, and of an answer who objected. */
export const caseWriters: { readonly [type: string]: Write } = {
  "registry.caseOpened": (fact, book) => tellOfCase(fact, book, { kind: "came", state: "applied" }),
  "registry.caseMoved": (fact, book) => {
    const state = String(fact.data.stage) as CaseStage;
    tellOfCase(fact, book, { kind: kindOf[state], state });
  },
  "registry.caseDueSoon": (fact, book) => tellOfCase(fact, book, { kind: "soon", state: stageOf(fact) }),
  "registry.caseOverdue": (fact, book) => tellOfCase(fact, book, { kind: "overdue", state: stageOf(fact) }),
  "registry.objectionRaised": (fact, book) => tellOfCase(fact, book, { kind: "disputed", state: "noticed" }),
  "registry.objectionAnswered": (fact, book) => {
    tellOfCase(fact, book, { kind: "came", state: "heard" });
    tellOfCase(fact, book, { kind: "answered", state: "noticed", whom: "answers" });
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
function tellOfCase(
  { seq: at, timeMs: time_ms, data }: Fact,
  book: MatterBook,
  { whom = "tells", ...said }: { kind: NoticeKind; state: CaseStage; whom?: "tells" | "answers" },
) {
  if (data[whom] === undefined) return;
  const concerned = data[whom] as Concerned;
  const by_account = data.by === undefined ? "" : String(data.by);
  const about = { case_id: String(data.case), about: concerned.about };
  tell(book, concerned, { at, ...said, by_account, time_ms, seq: null, person: null, ...about });
}
