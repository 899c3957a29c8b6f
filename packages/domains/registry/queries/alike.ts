import { maskIdentityNumber } from "@mingbai/national-codes/identity-number/mask-identity-number";
import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { alikeMax, alikeView } from "../views/alike.ts";
import { areaNames, namesOf } from "./names.ts";
import { officeReaders } from "./reader-scope.ts";

type View = typeof alikeView;

interface FoundPerson {
  readonly household: string;
  readonly person: string;
  readonly number: string;
  readonly name: string;
  readonly identity: string;
  readonly birth: string;
  readonly area: string;
  readonly area_names: readonly string[] | null;
  readonly is_identity: boolean;
}

/** Asked while a person is typed, over all files here: somebody counted twice may be in another's area. */
export const alike = defineQuery<unknown, View["params"], View["result"]>(alikeView, {
  title: { en: "People who may be the same", zh: "可能重复的人员" },
  allow: officeReaders,
  async answer({ sql: database, readAt }, { identity = "", name = "", birth = "" }) {
    const number = identity.toUpperCase();
    const { rows } =
      await sql<FoundPerson>`select person.household, person.person, home.number, person.name, person.identity, person.birth,
        home.area, ${areaNames("home.area")} as area_names, person.identity = ${number} as is_identity
      from registry.person person join registry.household home on home.household = person.household
      where person.ended is null and home.ended is null
        and ((person.identity = ${number} and person.identity <> '') or (person.name = ${name} and person.birth = ${birth} and ${birth} <> ''))
      order by person.person limit ${alikeMax}`.execute(database);
    return { rows: rows.map(alikeOf), readAt: await readAt() };
  },
});

function alikeOf({ household, person, number, name, identity, birth, area, area_names, is_identity }: FoundPerson) {
  return {
    household,
    person,
    number,
    name,
    identity: maskIdentityNumber(identity),
    birth,
    area: namesOf(area, area_names),
    same: is_identity ? ("identity" as const) : ("nameAndBirth" as const),
  };
}
