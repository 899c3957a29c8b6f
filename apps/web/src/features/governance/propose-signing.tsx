import type { Change } from "@mingbai/governance/schema";
import { ruleOfParameter } from "@mingbai/governance/schema/parameters";
import { subjectOf } from "@mingbai/governance/schema/subject";
import type { settingsView } from "@mingbai/governance/views";
import { useNavigate } from "react-router";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { Signing } from "../../ui/signing.tsx";
import { keepWords } from "../matter/keep-words.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { useChangeWords } from "./use-change-words.ts";

/** The words are kept in the vault, then the proposal is signed; its page opens when it is final. */
export function ProposeSigning({
  change,
  settings,
  message,
  onProposed,
  close,
}: {
  change: Change;
  settings: ResultOf<typeof settingsView>;
  message: string;
  onProposed?(): void;
  close(): void;
}) {
  const { t } = useText();
  const { titleOf, ruleText } = useChangeWords();
  const settle = useSettledAct();
  const navigate = useNavigate();
  const subject = subjectOf(change);
  const base = settings.bases.find((one) => one.subject === subject)?.count ?? 0;
  const rule = settings.rules.find(({ of }) => of === ruleKeyOf(change))?.rule;
  const sign = async () => {
    const words = await keepWords({ message, reasons: [] });
    const { id } = await settle("governance.propose", { change, base, words });
    onProposed?.();
    navigate(`/governance/${id}`);
  };
  return (
    <Signing
      title={t("governance.new.sign.title")}
      verb={t("governance.new.sign.verb")}
      sentence={t("governance.new.sign.sentence", { title: titleOf(change) })}
      totals={rule === undefined ? [] : [{ label: t("governance.rule"), value: ruleText(rule) }]}
      sign={sign}
      close={close}
    />
  );
}

function ruleKeyOf(change: Change): ResultOf<typeof settingsView>["rules"][number]["of"] {
  switch (change.kind) {
    case "parameter":
      return ruleOfParameter(change.name);
    case "admitMember":
    case "removeMember":
      return "member";
    case "liftFreeze":
      return "lift";
    case "handOver":
      return "roster";
    case "entryPolicy":
    case "householdForm":
      return "parameter";
    default:
      return change.kind;
  }
}
