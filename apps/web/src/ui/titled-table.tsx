import { type ReactNode, useId } from "react";
import { type Column, TableHead } from "./table-head.tsx";

/** A section that is a table under its title. `children`: the rows; `lead`: what stands between title and table. */
export function TitledTable({
  title,
  columns,
  className,
  lead,
  children,
}: {
  title: string;
  columns: readonly (Column | false | undefined)[];
  className?: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={className}>
      <h2 id={id}>{title}</h2>
      {lead}
      <table className="tbl" aria-labelledby={id}>
        <TableHead columns={columns} />
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
