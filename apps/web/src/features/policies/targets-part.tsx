import type { EntryPolicy } from "@mingbai/registry/content/policy/entry-policy";
import { draftOf } from "@mingbai/registry/content/policy/policy-draft";
import { type PolicyTargets, policyTargetsView } from "@mingbai/registry/views/cases";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { PageState } from "../../ui/page-state.tsx";
import { TitledTable } from "../../ui/titled-table.tsx";
import { FilesCount } from "./files-drawer.tsx";
import { YardstickWords } from "./yardstick-words.tsx";

type Office = NonNullable<PolicyTargets["office"]>;
const outcomes = ["included", "excluded", "unknown"] as const;

/** Whom a proposed policy would include, beside the one in force, before anybody votes on it. */
export function TargetsPart({ policy }: { policy: EntryPolicy }) {
  const { t } = useText();
  const draft = JSON.stringify(draftOf(policy));
  const asked = useView(policyTargetsView, { draft }, { keep: true });
  return (
    <section aria-labelledby="policy-targets" className="policy-targets">
      <h2 id="policy-targets">{t("policies.targets")}</h2>
      <p className="i2">{t("policies.targets.lead")}</p>
      <PageState asked={asked} what={t("policies.targets")} rows={6}>
        {(targets) => (
          <>
            {targets.isCut && <p className="note">{t("policies.targets.cut")}</p>}
            {targets.office === null ? (
              <Outside table={targets.table} />
            ) : (
              <Inside office={targets.office} households={targets.households ?? 0} policy={policy} />
            )}
          </>
        )}
      </PageState>
    </section>
  );
}

function Inside({ office, households, policy }: { office: Office; households: number; policy: EntryPolicy }) {
  const { t, language } = useText();
  const { a, b, gained, lost, yardsticks } = office;
  const nameOf = (id: string) => policy.conditions.find((one) => one.id === id)?.title[language] ?? id;
  return (
    <>
      <p className="row wrap policy-sums">
        <span>{t("policies.households", { count: households })}</span>
        <span className="ok">
          {t("policies.gained")} <FilesCount files={gained} of={t("policies.gained")} />
        </span>
        <span className="bad">
          {t("policies.lost")} <FilesCount files={lost} of={t("policies.lost")} />
        </span>
      </p>
      <TitledTable
        title={t("policies.sides")}
        columns={[
          { head: t("policies.outcome") },
          { head: t("policies.inForce"), look: "r" },
          { head: t("policies.proposed"), look: "r" },
        ]}
      >
        {outcomes.map((outcome) => (
          <tr key={outcome}>
            <th scope="row">{t(`policies.outcome.${outcome}`)}</th>
            {[a, b].map((side, at) => (
              <td key={at === 0 ? "a" : "b"} className="r">
                <FilesCount files={side[outcome]} of={t(`policies.outcome.${outcome}`)} />
              </td>
            ))}
          </tr>
        ))}
        {b.keptOutBy.map((one) => (
          <tr key={one.id}>
            <th scope="row" className="sm i2">
              {t("policies.keptOutBy", { condition: nameOf(one.id) })}
            </th>
            <td className="r">
              <FilesCount
                files={a.keptOutBy.find(({ id }) => id === one.id) ?? { count: 0, files: [] }}
                of={t("policies.keptOutBy", { condition: nameOf(one.id) })}
              />
            </td>
            <td className="r">
              <FilesCount files={one} of={t("policies.keptOutBy", { condition: nameOf(one.id) })} />
            </td>
          </tr>
        ))}
      </TitledTable>
      {(["b", "a"] as const).map((side) => (
        <TitledTable
          key={side}
          title={t(`policies.yardsticks.${side}`)}
          columns={[
            { head: t("policies.yardstick") },
            { head: t("policies.yardstick.included"), look: "r" },
            { head: t("policies.yardstick.both"), look: "r" },
            { head: t("policies.yardstick.missed"), look: "r" },
            { head: t("policies.yardstick.beyond"), look: "r" },
          ]}
        >
          {yardsticks.map((one) => (
            <tr key={one.id}>
              <th scope="row">{t(`policies.yardstick.${one.id}`)}</th>
              <td className="r">
                <FilesCount files={one.included} of={t(`policies.yardstick.${one.id}`)} />
              </td>
              {(["both", "missed", "beyond"] as const).map((what) => (
                <td key={what} className="r">
                  <FilesCount files={one[side][what]} of={t(`policies.yardstick.${what}`)} />
                </td>
              ))}
            </tr>
          ))}
        </TitledTable>
      ))}
      <YardstickWords />
    </>
  );
}

/** Outside the office: how many fall where, without any group of fewer than five and without files. */
function Outside({ table }: { table: PolicyTargets["table"] }) {
  const { t } = useText();
  const columns = [...outcomes.map((one) => t(`policies.outcome.${one}`)), t("ui.total")];
  return (
    <TitledTable
      title={t("policies.sides")}
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
