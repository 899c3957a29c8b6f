import { Select } from "antd";

/** One of a few values to filter a list by; undefined where any will do. `any`: what stands there then. */
export function FilterSelect<Value extends string | number>({
  label,
  any,
  value,
  options,
  onChange,
}: {
  label: string;
  any: string;
  value: Value | undefined;
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange(value: Value | undefined): void;
}) {
  return (
    <Select<Value | null>
      aria-label={label}
      className="filter-select"
      placeholder={any}
      allowClear
      value={value ?? null}
      options={[...options]}
      onChange={(chosen: Value | null | undefined) => onChange(chosen ?? undefined)}
    />
  );
}
