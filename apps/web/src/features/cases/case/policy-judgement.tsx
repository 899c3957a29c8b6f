import { compilePolicy } from "@mingbai/registry/content/policy/compile-policy";
import type { EntryPolicy } from "@mingbai/registry/content/policy/entry-policy";
import { judgeEntry } from "@mingbai/registry/content/policy/judge-entry";
import { judgeExit } from "@mingbai/registry/content/policy/judge-exit";
import type { JudgedCondition, Outcome } from "@mingbai/registry/content/policy/judgement";
import { type CaseFile, policiesView } from "@mingbai/registry/views/cases";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { verdictsOfView } from "@mingbai/registry/views/household-verdict";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import type { IconName } from "../../../ui/icon.tsx";
import { State, type Tone } from "../../../ui/state.tsx";
import { useToday } from "../../../ui/use-today.ts";
import { textOf } from "../../registry/file/household-words.ts";
import { form } from "../../registry/form-words.ts";

const looks: { readonly [outcome in Outcome]: { readonly icon: IconName; readonly tone: Tone } } = {
  holds: { icon: "tick", tone: "ok" },
  fails: { icon: "cross", tone: "bad" },
  unknown: { icon: "help", tone: "i2" },
};

/** What each condition of the case's own policy comes to for this household, in words: what a person decides upon. */
export function PolicyJudgement({ found, file }: { found: CaseFile; file: HouseholdFile }) {
  const { t, language } = useText();
  const today = useToday();
  const policies = useView(policiesView, {});
  const compared = useView(verdictsOfView, { household: file.household }, { off: file.purpose === "own" });
  const policy = policies.data?.rows.find(({ version }) => version === found.policy)?.policy;
  if (policy === undefined || found.dueMs === null) return null;
  const judged = judge(policy, { found, file, today, verdict: compared.data?.verdict ?? undefined });
  return (
    <section aria-labelledby="judged">
      <h2 id="judged">{t("cases.judged", { version: found.policy })}</h2>
      <p className="sm i2">{t("cases.judged.lead")}</p>
      <ul className="judged">
        {judged.map(({ id, title, words, outcome }) => (
          <li key={id}>
            <State {...looks[outcome]}>{t(`cases.judged.${outcome}`)}</State>
            <span>
              <b>{title[language]}</b>
              {outcome !== "unknown" && <span className="sm i2"> {words[language]}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of an exit it is not known how long an income has lasted: that stands in no file. */
function judge(
  policy: EntryPolicy,
  {
    found,
    file,
    today,
    verdict,
  }: {
    found: CaseFile;
    file: HouseholdFile;
    today: string;
    verdict:
      | { readonly reasons: readonly { readonly level: "red" | "yellow"; readonly isOpposite: boolean }[] }
      | undefined;
  },
): readonly JudgedCondition[] {
  const ready = compilePolicy(policy, form);
  if ("fault" in ready) return [];
  const people = file.residents.map(({ person, values }) => ({ person, values }));
  const asked = { file: { values: file.values, people }, day: today, ...(verdict && { verdict }) };
  if (found.kind === "entry") return judgeEntry(ready, asked).conditions;
  const monitoredOn = textOf(file.values, "monitoredOn");
  return judgeExit(ready, { ...asked, findings: [], ...(monitoredOn !== "" && { monitoredOn }) }).conditions;
}
