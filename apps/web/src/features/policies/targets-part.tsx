import type { EntryPolicy } from "@mingbai/registry/content/policy/entry-policy";
import { draftOf } from "@mingbai/registry/content/policy/policy-draft";
import { policyTargetsView } from "@mingbai/registry/views/cases";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { PageState } from "../../ui/page-state.tsx";
import { ComparedPart } from "./compared-part.tsx";
import { YardstickWords } from "./yardstick-words.tsx";

/** Whom a proposed policy would include and who could leave by it, beside the one in force, before anybody votes on it. */
export function TargetsPart({ policy }: { policy: EntryPolicy }) {
  const { t } = useText();
  const draft = JSON.stringify(draftOf(policy));
  const asked = useView(policyTargetsView, { draft }, { keep: true });
  return (
    <section aria-labelledby="policy-targets" className="policy-targets">
      <h2 id="policy-targets">{t("policies.targets")}</h2>
      <p className="i2">{t("policies.targets.lead")}</p>
      <PageState asked={asked} what={t("policies.targets")} rows={6}>
        {({ entries, exits, isCut }) => (
          <>
            {isCut && <p className="note">{t("policies.targets.cut")}</p>}
            <ComparedPart of="entry" compared={entries} conditions={policy.conditions} />
            <h2 id="policy-exits">{t("policies.exits")}</h2>
            <p className="i2">{t("policies.exits.lead")}</p>
            <ComparedPart of="exit" compared={exits} conditions={policy.exit.conditions} />
            {entries.office !== null && <YardstickWords />}
          </>
        )}
      </PageState>
    </section>
  );
}
