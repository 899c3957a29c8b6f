import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { FilterAddress } from "./filter-address.ts";

/** A list's filter as its address has it, and the ways to change it. */
export function useFilter<Filter extends object>(address: FilterAddress<Filter>) {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => address.read(search), [address, search]);
  const change = useCallback(
    (part: { readonly [name in keyof Filter]?: Filter[name] | undefined }) =>
      setSearch(address.write({ ...filter, ...part }), { replace: true, preventScrollReset: true }),
    [address, filter, setSearch],
  );
  const clear = () => setSearch({}, { replace: true, preventScrollReset: true });
  const kept = address.write(filter);
  return { filter, change, clear, search: kept.toString(), isFiltered: kept.size > 0 };
}
