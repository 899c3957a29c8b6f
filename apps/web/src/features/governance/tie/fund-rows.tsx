import { useId } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { TableHead } from "../../../ui/table-head.tsx";
import { type FundDraft, withFund } from "./tie-draft.ts";

const figuresMax = 10;
const sides = ["own", "theirs"] as const;

/** Which fund here is which one there, a row each. */
export function FundRows({
  rows,
  onChange,
}: {
  rows: readonly FundDraft[];
  onChange(rows: readonly FundDraft[]): void;
}) {
  const { t } = useText();
  const id = useId();
  return (
    <div>
      <span className="label" id={id}>
        {t("governance.tie.funds")}
      </span>
      <table className="tbl" aria-labelledby={id}>
        <TableHead
          columns={[
            ...sides.map((side) => ({ head: t(`governance.tie.fund.${side}`) })),
            { head: t("governance.roster.act"), look: "r", isUnseen: true },
          ]}
        />
        <tbody>
          {Object.entries(rows).map(([place, row]) => (
            <tr key={place}>
              {sides.map((side) => (
                <td key={side}>
                  <input
                    className="field num"
                    aria-label={t(`governance.tie.fund.${side}.of`, { row: Number(place) + 1 })}
                    inputMode="numeric"
                    autoComplete="off"
                    maxLength={figuresMax}
                    value={row[side]}
                    onChange={({ target }) => onChange(rows.with(Number(place), { ...row, [side]: target.value }))}
                  />
                </td>
              ))}
              <td className="r">
                <button
                  type="button"
                  className="btn s nw"
                  aria-label={t("governance.tie.fund.remove.of", { row: Number(place) + 1 })}
                  onClick={() => onChange(rows.toSpliced(Number(place), 1))}
                >
                  {t("governance.roster.remove")}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="public-file">
        <button type="button" className="btn s" onClick={() => onChange(withFund(rows))}>
          <Icon name="plus" size={14} />
          {t("governance.tie.fund.add")}
        </button>
      </p>
      <p className="sm i3">{t("governance.tie.fund.note")}</p>
    </div>
  );
}
