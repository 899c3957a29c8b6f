import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { sectionsIn } from "../form-words.ts";
import { FieldFacts } from "./field-facts.tsx";
import { PaymentsPart } from "./payments-part.tsx";

/** What relief and help they receive, and what they still need. */
export function ReliefPart({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  if (!file.classes.includes("help")) return null;
  const fields = sectionsIn("relief", "household").flatMap((section) => section.fields);
  const isKnown = fields.some(({ id }) => file.values[id] !== undefined);
  return (
    <section id="part-relief" aria-labelledby="relief">
      <h2 id="relief">{t("file.relief")}</h2>
      {!isKnown && <p className="i2">{t("file.relief.none")}</p>}
      <FieldFacts file={file} subject={file.household} fields={fields} values={file.values} />
      <PaymentsPart file={file} />
    </section>
  );
}
