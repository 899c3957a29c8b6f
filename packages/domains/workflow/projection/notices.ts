import { neededFor } from "../checks/side.ts";
import { type Turn, turns } from "../stages.ts";
import type { NoticeKind } from "../views/notice-kinds.ts";
import { bitsOf, everyKey, keyOf, matterRowOf, turnKeyOf } from "./seats.ts";
import type { MatterRecord } from "./tables.ts";

/** One line of the bell: whom it concerns, and why. */
export interface Concern {
  readonly key: string;
  /** Bits of the roles that it concerns at that seat; 0 for all. */
  readonly roles: number;
  readonly kind: NoticeKind;
}

/** The key under which a person is told what concerns nobody else. */
export const personKey = (account: string): string => `p:${account}`;
/** What those who look after the household files of an organisation are told. */
export const filesKey = (organisation: string): string => `f:${organisation}`;
/** What every administrator is told. */
export const administratorsKey = "r:administrator";

/** Whom it concerns that a matter moved to where it stands now by this command; each key once. */
export function concernsOf(record: MatterRecord, command: string | undefined): Concern[] {
  const applicant = keyOf(matterRowOf(record).applicant);
  const addressee = { key: `o:${record.addressee}`, roles: bitsOf(["projectManager", "financeSupervisor"]) };
  switch (record.stage) {
    case "submitted":
      return onTurn(record, "came");
    case "returned":
      return onTurn(record, "returned");
    case "passed":
      return each([...onTurn(record, "came"), { key: applicant, roles: 0, kind: "passed" }]);
    case "disbursed":
      return onTurn(record, command === "workflow.answerDispute" ? "answered" : "paid");
    case "disputed":
      return each([...onTurn(record, "disputed"), { key: everyKey, roles: 0, kind: "disputed" }]);
    case "confirmed":
    case "withdrawn":
      return [{ ...addressee, kind: "ended" }];
    case "settled":
      return each([
        { ...addressee, kind: "ended" },
        { key: applicant, roles: 0, kind: "ended" },
      ]);
  }
}

/** Time ran out: for whose turn it is, for who decides, and for those who look after all matters. */
export function overdueConcerns(record: MatterRecord): Concern[] {
  const addressee = `o:${record.addressee}`;
  const roles = bitsOf(["financeSupervisor"]);
  return each([
    ...onTurn(record, "overdue"),
    { key: addressee, roles, kind: "overdue" },
    { key: everyKey, roles: 0, kind: "overdue" },
  ]);
}

function onTurn(record: MatterRecord, kind: NoticeKind): Concern[] {
  const row = matterRowOf(record);
  const turn: Turn | undefined = turns[record.stage];
  const key = turnKeyOf(row);
  return turn === undefined || key === undefined ? [] : [{ key, roles: bitsOf(neededFor(row, turn).roles), kind }];
}

/** The first of each key: an office that decides and pays is told once. */
function each(concerns: readonly Concern[]): Concern[] {
  return concerns.filter(({ key }, index) => concerns.findIndex((other) => other.key === key) === index);
}
