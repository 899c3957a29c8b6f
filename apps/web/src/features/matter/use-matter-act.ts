import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { MatterDetail } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";
import { type Act, verbOf } from "./act-plan.ts";
import { type FieldMarks, reasonsOf } from "./field-marks.ts";
import { keepWords } from "./keep-words.ts";
import { useSettledAct } from "./use-settled-act.ts";

/** An act with everything that was asked for it. */
export interface Given {
  readonly act: Act;
  readonly message?: string;
  readonly opinion?: "agree" | "disagree";
  readonly to?: { readonly id: string; readonly name: string };
}

/** The words of the signing modal for an act on a matter, and the signing itself: words are kept first, then signed. */
export function useMatterAct(matter: MatterDetail, marks: FieldMarks) {
  const { t, language } = useText();
  const { moneyWithUnit } = useFormat();
  const settle = useSettledAct();
  const reasons = reasonsOf(marks, t("matter.reason.join"));
  const amount = moneyWithUnit(matter.amountMinor);

  const words = ({ act, to, message }: Given) => {
    const verb = verbOf(act);
    const said = act === "workflow.returnMatter" ? reasons.length : 0;
    return {
      title: t(`matter.do.${verb}`),
      verb: t(`matter.do.${verb}`),
      sentence: t(`matter.sign.${verb}`, {
        title: matter.title === "" ? matter.number : matter.title,
        amount,
        payee: matter.payee.name,
        to: to?.name ?? matter.addressee[language],
        version: matter.version,
      }),
      totals: [
        { label: t("work.number"), value: matter.number },
        { label: t("matter.field.terms.amount"), value: amount },
        ...(said > 0 ? [{ label: t("matter.sign.fields"), value: said }] : []),
        ...(message ? [{ label: t("matter.sign.words"), value: message }] : []),
      ],
    };
  };

  const input = async ({ act, message = "", opinion, to }: Given): Promise<CanonicalObject> => {
    const at = { matter: matter.id, version: matter.version };
    const kept = () => keepWords({ message, reasons: act === "workflow.returnMatter" ? reasons : [] });
    switch (act) {
      case "workflow.passMatter":
      case "workflow.withdrawMatter":
        return at;
      case "workflow.confirmMatter":
        return { ...at, amount: matter.amountMinor };
      case "workflow.forwardMatter":
        return { ...at, to: to?.id ?? "", ...(message === "" ? {} : { words: await kept() }) };
      case "workflow.handBackMatter":
        return { ...at, opinion: opinion ?? "agree", words: await kept() };
      default:
        return { ...at, words: await kept() };
    }
  };

  return { words, sign: async (given: Given) => settle(given.act, await input(given)) };
}
