import { defineQuery } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { formView } from "../views/form.ts";
import { askingIn } from "./ask-rows.ts";
import { findForm, getForm } from "./get-form.ts";

type View = typeof formView;

export const form = defineQuery<unknown, View["params"], View["result"]>(formView, {
  title: { en: "The form of household files", zh: "建档表单" },
  allow: "anyone",
  async answer({ sql, readAt }, { version }) {
    const ask = askingIn(sql);
    const found = version === undefined ? await getForm(ask) : await findForm(ask, version);
    if (found !== undefined) return { form: found, readAt: await readAt() };
    throw new QueryRefusal("FORM_UNKNOWN", 404, { en: "There is no such version.", zh: "没有这一版" });
  },
});
