import { deriveFromIdentity } from "@mingbai/registry/content/entry/derive-from-identity";
import { alikeView } from "@mingbai/registry/views/alike";
import { Link } from "react-router";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useSettledText } from "./use-settled-text.ts";

const isDayText = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Who is on file already and may be the one who is being entered, while they are typed. */
export function AlikeNote({
  texts,
  household,
}: {
  texts: Readonly<Record<string, string>>;
  /** Of this household nobody is told. */
  household: string;
}) {
  const { t, language } = useText();
  const { name = "", birth = "", identityNumber = "" } = texts;
  const identity = deriveFromIdentity(identityNumber) === undefined ? "" : identityNumber.trim();
  const byName = name.trim() !== "" && isDayText(birth);
  const settled = useSettledText(
    JSON.stringify({ identity, name: byName ? name.trim() : "", birth: byName ? birth : "" }),
  );
  const params = JSON.parse(settled) as { identity: string; name: string; birth: string };
  const asked = useView(alikeView, params, { off: params.identity === "" && params.name === "" });
  const rows = (asked.data?.rows ?? []).filter((row) => row.household !== household);
  if (rows.length === 0) return null;
  return (
    <div className="note warn alike" role="status">
      <Icon name="warn" />
      <div>
        <b>{t("form.alike", { count: rows.length })}</b>
        <ul>
          {rows.map((row) => (
            <li key={row.person}>
              {row.name} <span className="num nw">{row.identity}</span> {row.area[language]}{" "}
              <Link to={`/registry/${row.household}`} className="num nw">
                {row.number === "" ? t("registry.key.open") : row.number}
              </Link>{" "}
              <span className="sm i2">{t(`form.alike.${row.same}`)}</span>
            </li>
          ))}
        </ul>
        <p className="sm i2">{t("form.alike.how")}</p>
      </div>
    </div>
  );
}
