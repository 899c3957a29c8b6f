import type { NoticeText } from "@mingbai/registry/content/texts/notice-text";
import type { CaseKind } from "@mingbai/registry/stages";
import { useText } from "../../../i18n/use-text.ts";
import { optionText } from "../../registry/form-words.ts";

/** What the public reads of a household, in the order in which the public page has it; names stand as they were written. */
export function NoticePreview({ notice, kind }: { notice: Omit<NoticeText, "kind">; kind: CaseKind }) {
  const { t, language } = useText();
  const { number, village, team, head, monitored, cause } = notice;
  const lines = [
    [t("cases.kind"), t(`cases.kind.${kind}`)],
    [t("registry.number"), number],
    [t("registry.village"), `${village} ${team}`.trim(), "zh"],
    [t("registry.head"), head, "zh"],
    [t("registry.monitored"), optionText("household", "monitored", monitored, language)],
    [t("registry.cause"), optionText("household", "cause", cause, language)],
  ] as const;
  return (
    <dl className="notice-preview">
      {lines.map(([name, words, lang]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd lang={lang}>{words === "" ? "—" : words}</dd>
        </div>
      ))}
    </dl>
  );
}
