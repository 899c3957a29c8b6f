import type { ProjectionContext } from "@mingbai/read-model/projection";
import type { HouseholdEnding } from "../tables.ts";
import { type Fact, listOf, textOf } from "./fact.ts";
import type { FileBook } from "./file-book.ts";
import { insertRows } from "./insert-rows.ts";

type Write = (fact: Fact, book: FileBook, context: ProjectionContext) => Promise<void> | void;

/** What each kind of event changes besides the parts that it names. */
export const writers: { readonly [type: string]: Write } = {
  "registry.householdOpened": (fact, book) => {
    const {
      household,
      keeper,
      area,
      people,
      import: from,
    } = fact.data as {
      household: string;
      keeper: string;
      area: string;
      people: { subject: string }[];
      import?: string;
    };
    book.createHousehold({ household, keeper, area, opened_ms: fact.timeMs, import: from ?? null });
    for (const { subject } of people) book.createPerson(subject, household);
    tell(fact, book, { household, kind: "opened" });
  },
  "registry.partRecorded": (fact, book) => touch(fact, book, textOf(fact, "household")),
  "registry.peopleAdded": (fact, book) => {
    const household = textOf(fact, "household");
    const people = (fact.data.people as { subject: string }[]).map(({ subject }) => subject);
    for (const person of people) book.createPerson(person, household);
    tell(fact, book, { household, kind: "peopleAdded", data: { people, because: fact.data.because } });
  },
  "registry.peopleMoved": (fact, book) => {
    const [from, to, people] = [textOf(fact, "from"), textOf(fact, "to"), listOf(fact, "people")];
    for (const person of people) book.move(person, to);
    tell(fact, book, { household: from, kind: "peopleLeft", data: { people, to } });
    tell(fact, book, { household: to, kind: "peopleCame", data: { people, from } });
  },
  "registry.personEnded": (fact, book) => {
    const [person, because] = [textOf(fact, "person"), textOf(fact, "because")];
    const record = book.person(person);
    record.ended = because;
    tell(fact, book, { household: record.household, kind: "personEnded", data: { person, because } });
  },
  "registry.accountBound": (fact, book) => {
    const { person, account, witness } = fact.data as { person: string; account: string; witness: string };
    const record = book.person(person);
    record.account = account;
    tell(fact, book, { household: record.household, kind: "accountBound", data: { person, account, witness } });
  },
  "registry.householdEnded": (fact, book) => {
    const household = textOf(fact, "household");
    const record = book.household(household);
    const { because, into } = fact.data as { because: HouseholdEnding; into?: string };
    record.ended = because;
    record.merged_into = into ?? null;
    tell(fact, book, { household, kind: "ended", data: { because, ...(into !== undefined && { into }) } });
  },
  "registry.householdReopened": (fact, book) => {
    const household = textOf(fact, "household");
    book.household(household).ended = null;
    tell(fact, book, { household, kind: "reopened" });
  },
  "registry.responsibleAssigned": (fact, book) => {
    const account = textOf(fact, "account");
    for (const household of listOf(fact, "households")) {
      book.household(household).responsible = account;
      tell(fact, book, { household, kind: "responsibleAssigned", data: { account } });
    }
  },
  "registry.filesOpened": ({ seq, id, timeMs, data }, book) => {
    const {
      households,
      purpose,
      organisation,
      by: by_account,
    } = data as unknown as {
      households: readonly string[];
      purpose: string;
      organisation: string;
      by: string;
    };
    for (const household of households)
      book.add("reading", { seq, household, by_account, organisation, purpose, time_ms: timeMs, id });
  },
  "registry.accessRequested": async (fact, book, context) => {
    const { household, organisation, purpose, classes, untilMs } = fact.data as {
      household: string;
      organisation: string;
      purpose: string;
      classes: readonly string[];
      untilMs: number;
    };
    await forgetAccess(context, household, organisation);
    const asked = { household, organisation, purpose, classes, until_ms: untilMs };
    await insertRows(context, "access", [{ ...asked, asked_by: textOf(fact, "by"), asked_ms: fact.timeMs }]);
    tell(fact, book, { household, kind: "accessRequested", data: { organisation, purpose } });
  },
  "registry.accessGranted": async (fact, book, { query }) => {
    const { household, organisation, by, witness } = fact.data as {
      household: string;
      organisation: string;
      by: string;
      witness?: string;
    };
    const sql = `update registry.access set given_by = $3, witness = $4, given_ms = $5 where household = $1 and organisation = $2`;
    await query(sql, [household, organisation, by, witness ?? null, fact.timeMs]);
    tell(fact, book, { household, kind: "accessGranted", data: { organisation } });
  },
  "registry.accessRevoked": async (fact, book, context) => {
    const [household, organisation] = [textOf(fact, "household"), textOf(fact, "organisation")];
    await forgetAccess(context, household, organisation);
    tell(fact, book, { household, kind: "accessRevoked", data: { organisation } });
  },
  "registry.erasureRequested": async (fact, _, context) => {
    const { erasure, ground, subjects, by: by_account } = fact.data;
    await insertRows(context, "erasure", [{ erasure, ground, subjects, by_account, asked_ms: fact.timeMs }]);
  },
  "registry.erasureAcknowledged": async ({ data, timeMs: time_ms, id }, _, context) => {
    const { erasure, organisation, statement } = data;
    await insertRows(context, "acknowledgement", [{ erasure, organisation, statement, time_ms, id }]);
  },
};

async function forgetAccess({ query }: ProjectionContext, household: string, organisation: string): Promise<void> {
  await query("delete from registry.access where household = $1 and organisation = $2", [household, organisation]);
}

function touch({ timeMs }: Fact, book: FileBook, household: string): void {
  book.household(household).changed_ms = timeMs;
}

/** Adds a line to a household's time line. */
function tell(
  fact: Fact,
  book: FileBook,
  { household, kind, data = {} }: { household: string; kind: string; data?: object },
): void {
  touch(fact, book, household);
  const { seq, id, timeMs: time_ms } = fact;
  book.add("happening", { seq, household, kind, by_account: textOf(fact, "by"), time_ms, id, data });
}
