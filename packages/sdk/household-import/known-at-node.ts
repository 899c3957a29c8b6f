import type { HouseholdValues } from "@mingbai/registry/content/file/household-values";
import type { Values } from "@mingbai/registry/content/file/value";
import { knownFields } from "@mingbai/registry/content/form/known-fields";
import type {
  AlikeFinder,
  AlikePerson,
  KnownFiles,
  KnownHousehold,
  KnownPlace,
} from "@mingbai/registry/content/import/plan/known-files";
import {
  alikeListedView,
  alikePeopleMax,
  type KnownPerson,
  knownNumbersMax,
  knownView,
} from "@mingbai/registry/views/import";
import type { Client } from "../client.ts";
import { type BulkFile, openKnown, type ReadingActor } from "./open-known.ts";

const { name, birth, identityNumber } = knownFields.person;
const { village, address } = knownFields.household;

/** What a node knows of people on a list; files of known households are opened by an act of the actor. */
export function knownAtNode(parts: { client: Client; actor: () => Promise<ReadingActor> }): KnownFiles {
  return {
    async findByIdentity(numbers) {
      const found: KnownPerson[] = [];
      for (let at = 0; at < numbers.length; at += knownNumbersMax) {
        const asked = numbers.slice(at, at + knownNumbersMax);
        found.push(...(await parts.client.ask(knownView, { identityNumbers: asked })).rows);
      }
      const own = [...new Set(found.filter(({ isOwn }) => isOwn).map(({ household }) => household))];
      const files = new Map((await openKnown(parts, own)).map((file) => [file.household, knownHousehold(file)]));
      return new Map(found.map((one) => [one.identityNumber, placeOf(one, files.get(one.household))]));
    },
  };
}

function knownHousehold({ household, version, values, people }: BulkFile): KnownHousehold {
  return { id: household, version, values, people: people.map((one) => ({ ...one, id: one.person })) };
}

function placeOf(
  { household, person, householdVersion, version }: KnownPerson,
  file: KnownHousehold | undefined,
): KnownPlace {
  const people = [{ id: person, version, values: {} }];
  const closed = { id: household, version: householdVersion, values: {}, people, isElsewhere: true as const };
  return { household: file ?? closed, person };
}

/** Who of all files may be people of a list whose numbers nobody has. */
export function alikeAtNode(client: Client): AlikeFinder {
  return {
    async findAlike(households) {
      const people = households.flatMap((one, at) => one.people.map(({ values }, place) => ({ at, place, values })));
      const found = households.map(({ people: all }): AlikePerson[][] => all.map(() => []));
      const asked = people.filter(({ values }) => textOf(values, name) !== "" && textOf(values, birth) !== "");
      const askAbout = async (some: typeof asked): Promise<void> => {
        const listed = some.map(({ at, values }) => listedPerson(values, households[at]));
        const { rows } = await client.ask(alikeListedView, { people: listed });
        for (const { at, ...one } of rows) {
          const who = some[at];
          if (who !== undefined) found[who.at]?.[who.place]?.push(one);
        }
      };
      const questions: Promise<void>[] = [];
      for (let from = 0; from < asked.length; from += alikePeopleMax)
        questions.push(askAbout(asked.slice(from, from + alikePeopleMax)));
      await Promise.all(questions);
      return found;
    },
  };
}

function listedPerson(values: Values, household: HouseholdValues | undefined) {
  const home = household?.values ?? {};
  const said = {
    birth: textOf(values, birth),
    identityNumber: textOf(values, identityNumber),
    village: textOf(home, village),
    address: textOf(home, address),
  };
  const filled = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== ""));
  return { name: textOf(values, name), ...filled };
}

function textOf(values: Values, field: string): string {
  const value = values[field];
  return typeof value === "string" ? value : "";
}
