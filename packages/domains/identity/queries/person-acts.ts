import type { QueryReader } from "@mingbai/read-model/define-query";
import { type Kysely, sql } from "kysely";
import type { IdentityTables } from "../projection/tables.ts";
import { actsShownMax, PersonAct } from "../views.ts";
import { areaNameOf } from "./held-roles.ts";
import { nameFor } from "./reader-scope.ts";

type FoundAct = Omit<IdentityTables["identity.act"], "seq"> & {
  readonly name: string | null;
  readonly by_name: string | null;
  readonly other_name: string | null;
  readonly area_en: string | null;
  readonly area_zh: string | null;
};

/** The acts on an account, and those in which it takes another's place; the newest first. */
export async function readActs(
  database: Kysely<IdentityTables>,
  account: string,
  reader: QueryReader,
): Promise<PersonAct[]> {
  const { rows } = await sql<FoundAct>`select act.*, person.name, author.name as by_name, other.name as other_name,
      area.name_en as area_en, area.name_zh as area_zh
    from identity.act act left join identity.person person on person.account = act.account
      left join identity.person author on author.account = act.by_account
      left join identity.person other on other.account = act.other
      left join identity.area area on area.area = act.area
    where act.account = ${account} or act.other = ${account} order by act.seq desc limit ${actsShownMax}`.execute(
    database,
  );
  return rows.map((found) => actOf(found, reader));
}

function actOf(found: FoundAct, reader: QueryReader): PersonAct {
  const nameOf = (account: string | null, name: string | null) =>
    account === null ? null : nameFor(reader, { account, name });
  return {
    kind: PersonAct.shape.kind.parse(found.kind),
    person: nameFor(reader, { account: found.account, name: found.name }),
    by: nameOf(found.by_account, found.by_name),
    other: nameOf(found.other, found.other_name),
    roles: found.roles,
    area: areaNameOf(found),
    fromMs: found.from_ms,
    untilMs: found.until_ms,
    keyId: found.key_id,
    at: { transaction: found.id, height: found.height, timeMs: found.time_ms },
  };
}
