import { formulaText } from "@mingbai/measures/income/formula-text";
import type { BasisOfFields } from "@mingbai/registry/content/file/basis";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { MoneyCell } from "../../../ui/money-cell.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { getField, sectionsIn } from "../form-words.ts";
import { BasisNote } from "./basis-note.tsx";
import { FieldFacts } from "./field-facts.tsx";
import { textOf } from "./household-words.ts";
import { type Amount, amountsIn, findNetIncome, standingFields, sumOf, yearFields } from "./money-sums.ts";

const barUnits = 1_000;

/** Income and spending side by side until they meet: bars in one scale, sums, and how income a head follows. */
export function MoneyPart({ file }: { file: HouseholdFile }) {
  const { t, language } = useText();
  const { day } = useFormat();
  if (!file.classes.includes("money")) return null;
  const income = amountsIn(yearFields("income"), file.values);
  const spending = amountsIn(yearFields("spending"), file.values);
  const mostFen = Math.max(1, ...[...income, ...spending].map(({ fen }) => fen));
  const net = findNetIncome(file);
  const [from, to] = [textOf(file.values, "incomeFrom"), textOf(file.values, "incomeTo")];
  const shown = new Set([...yearFields("income"), ...yearFields("spending")].map(({ id }) => id));
  const period = ["incomeFrom", "incomeTo"];
  const open = file.openFields.filter(({ subject, field }) => subject === file.household && shown.has(field));
  const rest = [
    ...standingFields(),
    getField("household", "debtReason"),
    ...sectionsIn("money", "household")
      .flatMap(({ fields }) => fields)
      .filter(({ id, of }) => of.type !== "money" && id !== "debtReason" && !period.includes(id)),
  ];
  return (
    <section id="part-money" aria-labelledby="money">
      <h2 id="money">
        {t("file.money")}{" "}
        {from !== "" && to !== "" && <small>{t("file.period", { from: day(from), to: day(to) })}</small>}
      </h2>
      {income.length + spending.length === 0 && <p className="i2">{t("file.money.none")}</p>}
      {income.length + spending.length > 0 && (
        <div className="two-sides-money">
          <Side side="income" amounts={income} mostFen={mostFen} basis={file.basis ?? {}} />
          <Side side="spending" amounts={spending} mostFen={mostFen} basis={file.basis ?? {}} />
        </div>
      )}
      {net && (
        <p className="formula sm">
          <span className="i3">{t("file.formula")}</span> <span className="num">{formulaText(net)[language]}</span>
        </p>
      )}
      <FieldFacts
        file={file}
        subject={file.household}
        fields={[...open.map(({ field }) => getField("household", field)), ...rest]}
        values={file.values}
      />
    </section>
  );
}

function Side({
  side,
  amounts,
  mostFen,
  basis,
}: {
  side: "income" | "spending";
  amounts: readonly Amount[];
  mostFen: number;
  basis: BasisOfFields;
}) {
  const { t, language } = useText();
  const { unit } = useFormat();
  const isSaid = amounts.some(({ field }) => basis[field.id] !== undefined);
  return (
    <table className="tbl money-side">
      <caption className="sr">{t(`file.${side}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`file.${side}`)}</th>
          <th scope="col" className="r">
            {unit}
          </th>
          {isSaid && <th scope="col">{t("form.basis")}</th>}
        </tr>
      </thead>
      <tbody>
        {amounts.map(({ field, fen }) => (
          <tr key={field.id}>
            <th scope="row">
              <span className="money-line">
                {field.label[language]}
                <Bar fen={fen} mostFen={mostFen} side={side} />
              </span>
            </th>
            <MoneyCell minor={fen} />
            {isSaid && (
              <td className="sm i2">
                <BasisNote basis={basis[field.id]} isShort />
              </td>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("ui.total")}</th>
          <MoneyCell minor={sumOf(amounts)} />
          {isSaid && <td />}
        </tr>
      </tfoot>
    </table>
  );
}

/** How much an amount is of the largest on either side; the figure stands beside it. */
function Bar({ fen, mostFen, side }: { fen: number; mostFen: number; side: "income" | "spending" }) {
  const width = Math.max(0, Math.round((fen / mostFen) * barUnits));
  return (
    <svg className={`money-bar ${side}`} viewBox={`0 0 ${barUnits} 8`} preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="0" width={width} height="8" />
    </svg>
  );
}
