import type { HouseholdFile } from "@mingbai/registry/views/household";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";

/** Ways to the parts of the page, where it is too narrow to show them at once. */
export function PartLinks({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  const parts: readonly (readonly [id: string, words: string])[] = [
    ["part-people", t("file.link.people", { number: file.residents.length })],
    ...(file.classes.includes("money") ? ([["part-money", t("file.money")]] as const) : []),
    ...(file.classes.includes("help") ? ([["part-relief", t("file.relief")]] as const) : []),
    ["part-visits", t("visits.title")],
    ["part-messages", t("messages.title")],
    ["part-history", t("file.history")],
    ["part-readings", t("file.readings")],
  ];
  return (
    <nav className="part-links" aria-label={t("file.parts")}>
      {parts.map(([id, words]) => (
        <a key={id} href={`#${id}`}>
          {words}
        </a>
      ))}
      {file.purpose === "own" && <Link to="/registry/own/found">{t("own.found.title")}</Link>}
    </nav>
  );
}
