import { localDate } from "@mingbai/ledger/calendar/local-days";
import type { Helper, Post } from "@mingbai/posts/views";
import { useText } from "../../i18n/use-text.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { useFormat } from "../../ui/use-format.ts";
import { optionText } from "../registry/form-words.ts";

/** Posts, terms and what people can do, in words. */
export function useHelperWords() {
  const { t, language } = useText();
  const { day } = useFormat();
  const ledger = useLedger();
  const join = (words: readonly string[]): string => words.join(t("helpers.join"));
  const skillsText = ({ skills, languages, education, training }: NonNullable<Helper["qualifications"]>): string =>
    join([
      ...skills.map((skill) => t(`skill.${skill}`)),
      ...languages.filter((one) => one !== "cmn").map((one) => t(`language.${one}`)),
      ...(education === undefined ? [] : [optionText("person", "education", education, language)]),
      ...(training === undefined ? [] : [training]),
    ]);
  const dayText = (timeMs: number): string => day(localDate(ledger, timeMs));
  return {
    join,
    nameText: ({ name, account }: Pick<Helper, "name" | "account">): string => (name === "" ? account : name),
    areasText: ({ areas }: Pick<Post, "areas">): string => join(areas.map((area) => area[language])),
    /** The last day inside the term, and the first one where it is still to come. */
    termText: ({ fromMs, untilMs }: Pick<Post, "fromMs" | "untilMs">, nowMs: number): string => {
      const until = dayText(untilMs - 1);
      return fromMs > nowMs ? t("helpers.from", { from: dayText(fromMs), until }) : t("helpers.until", { day: until });
    },
    skillsText,
    /** What was said of somebody; undefined where nothing is, or where it has not come to this node. */
    saidText: ({ qualifications }: Pick<Helper, "qualifications">): string | undefined =>
      (qualifications && skillsText(qualifications)) || undefined,
  };
}
