import type { PolicyCondition } from "@mingbai/registry/content/policy/entry-policy";
import type { ComparedPolicies } from "@mingbai/registry/views/cases";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { TitledTable } from "../../ui/titled-table.tsx";
import { FilesCount } from "./files-drawer.tsx";

type Office = NonNullable<ComparedPolicies["office"]>;
/** Whom a policy takes into monitoring, or whom it lets leave. */
export type ComparedOf = "entry" | "exit";

const sums = [
  { what: "gained", look: "ok" },
  { what: "lost", look: "bad" },
  { what: "neither", look: undefined },
] as const;
const outcomes = ["included", "excluded", "unknown"] as const;

/** Two policies side by side over the same households: in the office with the files behind each number, outside it without. */
export function ComparedPart({
  of,
  compared: { households, table, office },
  conditions,
}: {
  of: ComparedOf;
  compared: ComparedPolicies;
  conditions: readonly PolicyCondition[];
}) {
  if (office === null) return <Outside of={of} table={table} />;
  return (
    <>
      <Sums of={of} office={office} households={households ?? 0} />
      <Sides of={of} office={office} conditions={conditions} />
      {(["b", "a"] as const).map((side) => (
        <Yardsticks key={side} of={of} office={office} side={side} />
      ))}
    </>
  );
}

function Sums({ of, office, households }: { of: ComparedOf; office: Office; households: number }) {
  const { t } = useText();
  return (
    <p className="row wrap policy-sums">
      <span>{t(`policies.${of}.households`, { count: households })}</span>
      {sums.map(({ what, look }) => (
        <span key={what} className={look}>
          {t(`policies.${of}.${what}`)} <FilesCount files={office[what]} of={t(`policies.${of}.${what}`)} />
        </span>
      ))}
    </p>
  );
}

function Sides({
  of,
  office: { a, b },
  conditions,
}: {
  of: ComparedOf;
  office: Office;
  conditions: readonly PolicyCondition[];
}) {
  const { t, language } = useText();
  const nameOf = (id: string) => conditions.find((one) => one.id === id)?.title[language] ?? id;
  return (
    <TitledTable
      title={t(`policies.${of}.sides`)}
      columns={[
        { head: t("policies.outcome") },
        { head: t("policies.inForce"), look: "r" },
        { head: t("policies.proposed"), look: "r" },
      ]}
    >
      {outcomes.map((outcome) => (
        <tr key={outcome}>
          <th scope="row">{t(`policies.${of}.outcome.${outcome}`)}</th>
          {[a, b].map((side, at) => (
            <td key={at === 0 ? "a" : "b"} className="r">
              <FilesCount files={side[outcome]} of={t(`policies.${of}.outcome.${outcome}`)} />
            </td>
          ))}
        </tr>
      ))}
      {b.keptOutBy.map((one) => {
        const words = t(`policies.${of}.keptBy`, { condition: nameOf(one.id) });
        return (
          <tr key={one.id}>
            <th scope="row" className="sm i2">
              {words}
            </th>
            <td className="r">
              <FilesCount files={a.keptOutBy.find(({ id }) => id === one.id) ?? { count: 0, files: [] }} of={words} />
            </td>
            <td className="r">
              <FilesCount files={one} of={words} />
            </td>
          </tr>
        );
      })}
    </TitledTable>
  );
}

function Yardsticks({ of, office, side }: { of: ComparedOf; office: Office; side: "a" | "b" }) {
  const { t } = useText();
  const held = ["both", "missed", "beyond"] as const;
  return (
    <TitledTable
      title={t(`policies.${of}.yardsticks.${side}`)}
      columns={[
        { head: t("policies.yardstick") },
        { head: t("policies.yardstick.included"), look: "r" },
        ...held.map((what) => ({ head: t(`policies.${of}.${what}`), look: "r" })),
      ]}
    >
      {office.yardsticks.map((one) => (
        <tr key={one.id}>
          <th scope="row">{t(`policies.yardstick.${one.id}`)}</th>
          <td className="r">
            <FilesCount files={one.included} of={t(`policies.yardstick.${one.id}`)} />
          </td>
          {held.map((what) => (
            <td key={what} className="r">
              <FilesCount files={one[side][what]} of={t(`policies.${of}.${what}`)} />
            </td>
          ))}
        </tr>
      ))}
    </TitledTable>
  );
}

/** Outside the office: how many fall where, without any group of fewer than five and without files. */
function Outside({ of, table }: { of: ComparedOf; table: ComparedPolicies["table"] }) {
  const { t } = useText();
  const columns = [...outcomes.map((one) => t(`policies.${of}.outcome.${one}`)), t("ui.total")];
  return (
    <TitledTable
      title={t(`policies.${of}.sides`)}
      columns={[{ head: t("policies.cross") }, ...columns.map((head) => ({ head, look: "r" }))]}
      lead={<p className="sm i2">{t("policies.hidden")}</p>}
    >
      {table.map((row, at) => (
        <tr key={columns[at]}>
          <th scope="row">{columns[at]}</th>
          {row.map((count, column) => (
            <td key={columns[column]} className="r num">
              {count === null ? t("policies.hiddenCell") : countText(count)}
            </td>
          ))}
        </tr>
      ))}
    </TitledTable>
  );
}
