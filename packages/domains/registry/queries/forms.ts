import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { countyForm } from "../content/form/county/county-form.ts";
import { formsMax, formsView } from "../views/form.ts";

type View = typeof formsView;

export const forms = defineQuery<unknown, View["params"], View["result"]>(formsView, {
  title: { en: "Versions of the form of household files", zh: "建档表单的各版" },
  allow: "anyone",
  async answer({ sql: database, readAt }) {
    const { rows } = await sql<{ version: number; time_ms: number; id: string }>`
      select version, time_ms, id from registry.form order by version desc limit ${formsMax - 1}`.execute(database);
    const voted = rows.map(({ version, time_ms, id }) => ({ version, sinceMs: time_ms, transaction: id }));
    const first = { version: countyForm.version, sinceMs: null, transaction: null };
    return { rows: [...voted, first], readAt: await readAt() };
  },
});
