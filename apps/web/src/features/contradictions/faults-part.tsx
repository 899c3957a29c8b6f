import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { HouseholdVerdict } from "@mingbai/registry/views/household-verdict";
import { useText } from "../../i18n/use-text.ts";
import { State } from "../../ui/state.tsx";
import { subjectName } from "./subject-of.ts";

/** What is wrong with the file itself, as the check of its village found it; nothing where that was never done. */
export function FaultsPart({ file, faults }: { file: HouseholdFile; faults: HouseholdVerdict["faults"] }) {
  const { t, language } = useText();
  if (faults === null) return <p className="sm i3 on-screen">{t("compare.faults.never")}</p>;
  if (faults.length === 0) return null;
  return (
    <section aria-labelledby="file-faults">
      <h2 id="file-faults">{t("compare.faults.title", { number: faults.length })}</h2>
      <ul className="settled-list">
        {faults.map((fault) => (
          <li key={`${fault.subject} ${fault.fault} ${fault.fields.join(" ")}`} className="row wrap">
            <State icon={fault.level === "error" ? "cross" : "dot"} tone={fault.level === "error" ? "bad" : "warn"}>
              {t(`compare.fault.${fault.level}`)}
            </State>
            <span>
              {fault.subject !== "household" && <b>{subjectName(file, fault.subject)} </b>}
              {fault[language]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
