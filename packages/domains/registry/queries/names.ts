import { type RawBuilder, sql } from "kysely";

type Names = { readonly id: string; readonly en: string; readonly zh: string };

/** English and Chinese name of an area; null where nobody has entered it. */
export function areaNames(column: string): RawBuilder<readonly string[] | null> {
  return sql`(select json_build_array(name_en, name_zh) from identity.area named where named.area = ${sql.ref(column)})`;
}

export function organisationNames(column: string): RawBuilder<readonly string[] | null> {
  return sql`(select json_build_array(name_en, name_zh) from identity.organisation named where named.organisation = ${sql.ref(column)})`;
}

/** A person's name, empty where this node has it not. Offices and the people of a file see who dealt with it in full. */
export function personName(column: string): RawBuilder<string> {
  return sql`coalesce((select name from identity.person named where named.account = ${sql.ref(column)}), '')`;
}

export function namesOf(id: string, names: readonly string[] | null): Names {
  const [en = id, zh = id] = names ?? [];
  return { id, en, zh };
}

export function somebody(account: string | null, name: string): { account: string; name: string } | null {
  return account === null ? null : { account, name };
}
