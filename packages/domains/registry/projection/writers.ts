import { accessGranted, accessRequested, accessRevoked, filesOpened } from "../events/access.ts";
import { erasureAcknowledged, erasureCompleted, erasureRequested } from "../events/erasure.ts";
import { formSet } from "../events/form-set.ts";
import { householdOpened } from "../events/household-opened.ts";
import { householdEnded, householdReopened } from "../events/households.ts";
import { partRecorded } from "../events/part-recorded.ts";
import { accountBound, peopleAdded, peopleMoved, personEnded } from "../events/people.ts";
import { caseWriters } from "./cases/case-writers.ts";
import { helpWriters } from "./help/help-writers.ts";
import { insertRows } from "./insert-rows.ts";
import { on, type Place, tell, touch, type Write } from "./writer.ts";

/** What each kind of event changes besides the parts that it names. */
export const writers: { readonly [type: string]: Write } = Object.fromEntries([
  on(householdOpened, (place, { household, keeper, area, people, import: from }) => {
    place.book.createHousehold({ household, keeper, area, opened_ms: place.fact.timeMs, import: from ?? null });
    for (const { subject } of people) place.book.createPerson(subject, household);
    tell(place, { household, kind: "opened" });
  }),
  on(partRecorded, (place, { household }) => touch(place, household)),
  on(peopleAdded, (place, { household, people, because }) => {
    const persons = people.map(({ subject }) => subject);
    for (const person of persons) place.book.createPerson(person, household);
    tell(place, { household, kind: "peopleAdded", data: { people: persons, because } });
  }),
  on(peopleMoved, (place, { from, to, people }) => {
    for (const person of people) place.book.move(person, to);
    tell(place, { household: from, kind: "peopleLeft", data: { people, to } });
    tell(place, { household: to, kind: "peopleCame", data: { people, from } });
  }),
  on(personEnded, (place, { person, because }) => {
    const record = place.book.person(person);
    record.ended = because;
    tell(place, { household: record.household, kind: "personEnded", data: { person, because } });
  }),
  on(accountBound, (place, { person, account, witness }) => {
    const record = place.book.person(person);
    record.account = account;
    tell(place, { household: record.household, kind: "accountBound", data: { person, account, witness } });
  }),
  on(householdEnded, (place, { household, because, into }) => {
    const record = place.book.household(household);
    record.ended = because;
    record.merged_into = into ?? null;
    tell(place, { household, kind: "ended", data: { because, ...(into !== undefined && { into }) } });
  }),
  on(householdReopened, (place, { household }) => {
    place.book.household(household).ended = null;
    tell(place, { household, kind: "reopened" });
  }),
  on(filesOpened, ({ fact: { seq, id, timeMs: time_ms }, book }, { households, purpose, organisation, by }) => {
    for (const household of households)
      book.add("reading", { seq, household, by_account: by, organisation, purpose, time_ms, id });
  }),
  on(accessRequested, async (place, { household, organisation, purpose, classes, untilMs, by }) => {
    await forgetAccess(place, household, organisation);
    const asked = { asked_by: by, asked_ms: place.fact.timeMs };
    const row = { household, organisation, purpose, classes, until_ms: untilMs, ...asked };
    await insertRows(place.context, "access", [row]);
    tell(place, { household, kind: "accessRequested", data: { organisation, purpose } });
  }),
  on(accessGranted, async (place, { household, organisation, by, witness }) => {
    const sql = `update registry.access set given_by = $3, witness = $4, given_ms = $5 where household = $1 and organisation = $2`;
    await place.context.query(sql, [household, organisation, by, witness ?? null, place.fact.timeMs]);
    tell(place, { household, kind: "accessGranted", data: { organisation } });
  }),
  on(accessRevoked, async (place, { household, organisation }) => {
    await forgetAccess(place, household, organisation);
    tell(place, { household, kind: "accessRevoked", data: { organisation } });
  }),
  on(erasureRequested, ({ fact, context }, { erasure, ground, subjects, by }) =>
    insertRows(context, "erasure", [
      { erasure, ground, subjects, by_account: by, asked_ms: fact.timeMs, id: fact.id, owed: [] },
    ]),
  ),
  on(erasureCompleted, async ({ fact, context }, { erasure }) => {
    await context.query("update registry.erasure set completed_ms = $2 where erasure = $1", [erasure, fact.timeMs]);
  }),
  on(erasureAcknowledged, ({ fact: { timeMs: time_ms, id }, context }, { erasure, organisation, statement }) =>
    insertRows(context, "acknowledgement", [{ erasure, organisation, statement, time_ms, id }]),
  ),
  on(formSet, ({ fact: { timeMs: time_ms, id }, context }, { form }) =>
    insertRows(context, "form", [{ version: form.version, form, time_ms, id }]),
  ),
  ...caseWriters,
  ...helpWriters,
]);

async function forgetAccess({ context }: Place, household: string, organisation: string): Promise<void> {
  await context.query("delete from registry.access where household = $1 and organisation = $2", [
    household,
    organisation,
  ]);
}
