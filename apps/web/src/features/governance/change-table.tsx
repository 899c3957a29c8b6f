import { useText } from "../../i18n/use-text.ts";
import { TitledTable } from "../../ui/titled-table.tsx";
import type { ChangeLine } from "./change-line.ts";

/** What stands beside what would stand, line by line. */
export function ChangeTable({ title, lines }: { title: string; lines: readonly ChangeLine[] }) {
  const { t } = useText();
  return (
    <TitledTable
      title={title}
      columns={[
        { head: t("governance.difference.what") },
        { head: t("governance.before") },
        { head: t("governance.after") },
      ]}
      className="governance-narrow"
    >
      {lines.map(({ what, before, after }) => (
        <tr key={`${what} ${after}`}>
          <th scope="row">{what}</th>
          <td className="i2">
            <del>{before}</del>
          </td>
          <td>
            <ins>{after}</ins>
          </td>
        </tr>
      ))}
    </TitledTable>
  );
}
