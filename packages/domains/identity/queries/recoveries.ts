import { defineQuery, type QueryReader } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { IdentityTables } from "../projection/tables.ts";
import { recoveriesView } from "../views.ts";
import { nameFor } from "./reader-scope.ts";

type View = typeof recoveriesView;

/** As many as a page shows; those that take effect next come first. */
const recoveriesShownMax = 100;

type Found = IdentityTables["identity.recovery"] & {
  readonly name: string | null;
  readonly by_name: string | null;
  readonly of: string;
  readonly name_en: string;
  readonly name_zh: string;
};

export const recoveries = defineQuery<IdentityTables, View["params"], View["result"]>(recoveriesView, {
  title: { en: "Recoveries that concern me", zh: "和我有关的密钥找回" },
  allow: "anyone",
  async answer({ sql: database, reader, readAt }) {
    const { rows } = await sql<Found>`select recovery.*, person.name, author.name as by_name,
        person.organisation as of, one.name_en, one.name_zh
      from identity.recovery recovery join identity.person person on person.account = recovery.account
        join identity.organisation one on one.organisation = person.organisation
        left join identity.person author on author.account = recovery.proposed_by
      where recovery.account = ${reader.account ?? ""} or ${seesAll(reader)}
      order by effect_ms nulls last, proposed_ms limit ${recoveriesShownMax}`.execute(database);
    return {
      rows: rows.map((found) => ({
        person: nameFor(reader, found),
        of: { id: found.of, name: { en: found.name_en, zh: found.name_zh } },
        keyId: found.key_id,
        by: nameFor(reader, { account: found.proposed_by, name: found.by_name }),
        organisation: found.organisation,
        proposedMs: found.proposed_ms,
        effectMs: found.effect_ms,
      })),
      readAt: await readAt(),
    };
  },
});

function seesAll({ roles }: QueryReader): boolean {
  return roles.includes("regulator") || roles.includes("administrator");
}
