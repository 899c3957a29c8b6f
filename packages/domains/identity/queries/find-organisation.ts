import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { type Kysely, sql } from "kysely";
import type { IdentityTables } from "../projection/tables.ts";
import { areaNameOf } from "./held-roles.ts";

export interface FoundOrganisation {
  readonly organisation: string;
  readonly name_en: string;
  readonly name_zh: string;
  readonly area: string | null;
  readonly area_en: string | null;
  readonly area_zh: string | null;
}

/** Organisations with the names of their areas, in the order in which they came; one where it is named. */
export async function readOrganisations(database: Kysely<IdentityTables>, id?: string): Promise<FoundOrganisation[]> {
  const { rows } = await sql<FoundOrganisation>`select organisation, one.name_en, one.name_zh, one.area,
      area.name_en as area_en, area.name_zh as area_zh
    from identity.organisation one left join identity.area area on area.area = one.area
    where ${id === undefined ? sql<boolean>`true` : sql<boolean>`organisation = ${id}`} order by seq`.execute(database);
  return rows;
}

/** The organisation as pages show it. Throws QueryRefusal UNKNOWN_ORGANISATION. */
export async function getOrganisation(database: Kysely<IdentityTables>, id: string) {
  const [found] = await readOrganisations(database, id);
  if (found === undefined)
    throw new QueryRefusal("UNKNOWN_ORGANISATION", 404, {
      en: "There is no such organisation here.",
      zh: "这里没有这个机构",
    });
  return organisationOf(found);
}

export function organisationOf(found: FoundOrganisation) {
  const { organisation: id, name_en: en, name_zh: zh } = found;
  return { id, name: { en, zh }, area: areaNameOf(found) };
}
