import { useText } from "../../../i18n/use-text.ts";
import { ActForm } from "../../people/form-parts.tsx";
import type { MemberFormProps } from "./member-form-props.ts";

/** A file that has ended goes on. */
export function ReopenForm({ file, close }: MemberFormProps) {
  const { t } = useText();
  const plan = () => ({
    command: "registry.reopenHousehold",
    title: t("members.reopenHousehold"),
    sentence: t("members.reopenHousehold.sentence", { head: file.head }),
    input: () => ({ household: file.household }),
  });
  return (
    <ActForm title={t("members.reopenHousehold")} plan={plan} close={close}>
      <p className="i2">{t("members.reopenHousehold.what")}</p>
    </ActForm>
  );
}
