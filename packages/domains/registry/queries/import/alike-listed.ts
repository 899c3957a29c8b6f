import { findLike } from "@mingbai/matching/find-like";
import type { Person } from "@mingbai/matching/person";
import { PersonIndex } from "@mingbai/matching/person-index";
import { probablePointsMin, samePointsMin } from "@mingbai/matching/scoring/find-class";
import { sayReason } from "@mingbai/matching/wording/say-reason";
import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { z } from "zod";
import { alikeEachMax, alikeListedView } from "../../views/import.ts";
import { writerReaders } from "./writer-readers.ts";

type View = typeof alikeListedView;
type Listed = z.infer<View["params"]>["people"][number];

interface Found {
  readonly household: string;
  readonly person: string;
  readonly name: string;
  readonly identity: string;
  readonly birth: string;
  readonly village: string;
  readonly address: string;
}

/**
 * Same name and birth finds them, all that is known of both weighs them.
 * PERF: 500 people are as many steps in an index, also while an import fills the table; 100,000 households ask 800 times. Bench: registry.import.
 */
export const alikeListed = defineQuery<unknown, View["params"], View["result"]>(alikeListedView, {
  title: { en: "People of a list who may be known", zh: "名单里可能已在册的人" },
  allow: writerReaders,
  async answer({ sql: database, readAt }, { people }) {
    const pairs = JSON.stringify(people.map(({ name, birth = "" }) => ({ name, birth })));
    const { rows } =
      await sql<Found>`select person.household, person.person, person.name, person.identity, person.birth,
        home.village, home.address
      from (select distinct name, birth from json_to_recordset(${pairs}::json) as asked (name text, birth text)
            where name <> '' and birth <> '') asked
        cross join lateral (select * from registry.person one
          where one.name = asked.name and one.birth = asked.birth and one.ended is null offset 0) person
        join registry.household home on home.household = person.household
      where home.ended is null order by person.person`.execute(database);
    const byId = new Map(rows.map((row) => [row.person, row]));
    const index = new PersonIndex();
    for (const row of rows) index.add(knownPerson(row));
    const found = people.flatMap((listed, at) => likesOf(listed, index).map((like) => ({ at, ...like })));
    return {
      rows: found.flatMap(({ at, id, likeness, reasons }) => {
        const home = byId.get(id);
        return home === undefined ? [] : [{ at, household: home.household, person: id, likeness, reasons }];
      }),
      readAt: await readAt(),
    };
  },
});

function knownPerson({ person, name, identity, birth, village, address }: Found): Person {
  return { id: person, name, identityNumber: identity, birth, village, address };
}

/** Those `probable` or better. */
function likesOf({ name, birth, identityNumber, village, address, phone }: Listed, index: PersonIndex) {
  const typed = {
    name,
    ...(birth !== undefined && { birth }),
    ...(identityNumber !== undefined && { identityNumber }),
    ...(village !== undefined && { village }),
    ...(address !== undefined && { address }),
    ...(phone !== undefined && { phone }),
  };
  const { likes } = findLike(typed, index);
  return likes
    .filter(({ points }) => points >= probablePointsMin)
    .slice(0, alikeEachMax)
    .map(({ id, points, reasons }) => ({
      id,
      likeness: Math.min(1, points / samePointsMin),
      reasons: reasons.filter((reason) => reason.points > 0).map((reason) => sayReason(reason)),
    }));
}
