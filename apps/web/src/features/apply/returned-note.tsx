import type { WordsContent } from "@mingbai/workflow/content";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";

/** The input that each reviewed field is corrected in. */
const inputs: { readonly [field in WordsContent["reasons"][number]["field"]]: string } = {
  title: "apply-title",
  proposal: "apply-proposal",
  contract: "apply-contract-number",
  invoices: "apply-add-invoice",
  files: "apply-files",
  "terms.payee": "apply-payee",
  "terms.fund": "apply-fund",
  "terms.amount": "apply-amount",
};

/** What the reviewer wants corrected, each line a way to its field. */
export function ReturnedNote({ words }: { words: WordsContent }) {
  const { t } = useText();
  return (
    <section className="note" aria-label={t("matter.stage.returned")}>
      <span className="bad">
        <Icon name="back" />
      </span>
      <div>
        <b>{t("matter.did.returnFields", { count: words.reasons.length })}</b>
        {words.message !== "" && <p>{words.message}</p>}
        <ul className="returned-list">
          {words.reasons.map(({ field, text }) => (
            <li key={field}>
              <a
                href={`#${inputs[field]}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(inputs[field])?.focus();
                }}
              >
                {t(`matter.field.${field}`)}
              </a>
              {t("matter.reasonOf", { field: "" })}
              {text}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
