import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import type { IdentityTables } from "../projection/tables.ts";
import { organisationsView } from "../views.ts";
import { organisationOf, readOrganisations } from "./find-organisation.ts";
import { heldRoles, readHoldings } from "./held-roles.ts";
import { nameFor } from "./reader-scope.ts";

type View = typeof organisationsView;

export const organisations = defineQuery<IdentityTables, View["params"], View["result"]>(organisationsView, {
  title: { en: "Organisations", zh: "机构" },
  allow: "anyone",
  async answer(context) {
    const { sql: database, reader } = context;
    const { nowMs, readAt } = await readNow(context);
    const found = await readOrganisations(database);
    const { rows: counts } = await sql<{ organisation: string; people: number }>`select organisation, count(*) as people
      from identity.person group by organisation`.execute(database);
    const { rows: administrators } = await sql<{
      account: string;
      name: string;
      organisation: string;
    }>`select account, name,
        organisation from identity.person person where exists (select from identity.role_grant held
          where held.account = person.account and role = 'administrator') order by seq`.execute(database);
    const accounts = administrators.map(({ account }) => account);
    const holdings = await readHoldings(database, accounts);
    const administers = (account: string) =>
      heldRoles(holdings, account, { reader, nowMs }).some(
        ({ role, standing }) => role === "administrator" && standing === "inForce",
      );
    return {
      rows: found.map((one) => ({
        ...organisationOf(one),
        people: counts.find(({ organisation }) => organisation === one.organisation)?.people ?? 0,
        administrators: administrators
          .filter(({ organisation, account }) => organisation === one.organisation && administers(account))
          .map((person) => nameFor(reader, person)),
      })),
      readAt,
    };
  },
});
