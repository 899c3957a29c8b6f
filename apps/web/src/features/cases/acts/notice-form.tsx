import { NoticeText } from "@mingbai/registry/content/texts/notice-text";
import { maskListedName } from "@mingbai/sdk/household-import/mask-listed-name";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { ActForm } from "../../people/form-parts.tsx";
import { NoticePreview } from "../case/notice-preview.tsx";
import type { CaseActProps } from "./case-act-props.ts";
import { CodeField } from "./code-field.tsx";
import { saidAct } from "./said-act.ts";

/** Shows to the public what was passed: exactly the lines that are previewed, the head's name masked, and nothing else of the file. */
export function NoticeForm({ found, file, close }: CaseActProps) {
  const { t } = useText();
  const [monitored, setMonitored] = useState(file.monitored);
  const [cause, setCause] = useState(file.cause);
  const title = t("cases.do.openNotice");
  const shown = {
    number: file.number,
    village: file.area.zh,
    team: file.team,
    head: maskListedName(file.head),
    monitored,
    cause,
  };
  const plan = () => {
    if (monitored === "") return t("cases.missing.monitored");
    if (cause === "") return t("cases.missing.cause");
    const text = NoticeText.safeParse({ kind: "notice", ...shown });
    if (!text.success) return t("cases.missing.head");
    return saidAct({
      command: "registry.openNotice",
      title,
      sentence: t("cases.sign.openNotice", { head: shown.head, number: shown.number }),
      household: found.household,
      text: text.data,
      input: (content) => ({ case: found.case, content }),
    });
  };
  return (
    <ActForm title={title} plan={plan} close={close}>
      <CodeField field="monitored" code={monitored} onChange={setMonitored} />
      <CodeField field="cause" code={cause} onChange={setCause} />
      <div>
        <p className="label">{t("cases.notice.preview")}</p>
        <NoticePreview notice={shown} kind={found.kind} />
        <p className="sm i3">{t("cases.notice.preview.note")}</p>
      </div>
    </ActForm>
  );
}
