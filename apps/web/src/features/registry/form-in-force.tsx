import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { formsView, formView } from "@mingbai/registry/views/form";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { Outlet } from "react-router";
import type { QueryProblem } from "../../api/problem.ts";
import { runQuery } from "../../api/run-query.ts";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";
import { form, putInForce } from "./form-words.ts";

/** Pages that show or fill in household files: they are shown once it is known which form is in force. */
export function Component() {
  const { t } = useText();
  const asked = useFormInForce();
  return (
    <>
      {!asked.data && <h1 className="sr">{t("design.what")}</h1>}
      <PageState asked={asked} what={t("design.what")} rows={10}>
        {() => <Outlet />}
      </PageState>
    </>
  );
}

/** The form in force. It is fetched only where the version here is another: most nodes have the program's own. */
export function useFormInForce(): UseQueryResult<FormDefinition, QueryProblem> {
  return useQuery<FormDefinition, QueryProblem>({
    queryKey: [formsView.name, "inForce"],
    queryFn: async ({ signal }) => {
      const { rows } = await runQuery(formsView, {}, signal);
      const version = rows[0]?.version ?? form.version;
      if (version !== form.version) putInForce((await runQuery(formView, { version }, signal)).form);
      return form;
    },
  });
}
