import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import type { FieldClass } from "../content/form/definition.ts";
import type { Purpose } from "../schema.ts";
import { accessView } from "../views/access.ts";
import { namesOf, organisationNames, personName, somebody } from "./names.ts";
import { getOpened } from "./opened-file.ts";
import { readers } from "./reader-scope.ts";

type View = typeof accessView;

interface FoundAccess {
  readonly organisation: string;
  readonly organisation_names: readonly string[] | null;
  readonly purpose: Purpose;
  readonly classes: FieldClass[];
  readonly asked_by: string;
  readonly asked_name: string;
  readonly asked_ms: number;
  readonly until_ms: number;
  readonly given_by: string | null;
  readonly given_name: string;
  readonly witness: string | null;
  readonly witness_name: string;
  readonly given_ms: number | null;
}

export const access = defineQuery<unknown, View["params"], View["result"]>(accessView, {
  title: { en: "Who has access to a household's file", zh: "这户档案的授权" },
  allow: readers,
  async answer(context, { household }) {
    const { nowMs, readAt } = await readNow(context);
    await getOpened(context, { household, nowMs });
    const { rows } =
      await sql<FoundAccess>`select one.*, ${organisationNames("one.organisation")} as organisation_names,
        ${personName("one.asked_by")} as asked_name, ${personName("one.given_by")} as given_name, ${personName("one.witness")} as witness_name
      from registry.access one where one.household = ${household} order by one.asked_ms desc, one.organisation`.execute(
        context.sql,
      );
    return { rows: rows.map(accessOf), readAt };
  },
});

function accessOf(found: FoundAccess) {
  return {
    organisation: namesOf(found.organisation, found.organisation_names),
    purpose: found.purpose,
    classes: found.classes,
    askedBy: { account: found.asked_by, name: found.asked_name },
    askedMs: found.asked_ms,
    untilMs: found.until_ms,
    givenBy: somebody(found.given_by, found.given_name),
    witness: somebody(found.witness, found.witness_name),
    givenMs: found.given_ms,
  };
}
