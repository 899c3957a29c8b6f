import type { ReactNode } from "react";

interface OlderPages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): Promise<unknown>;
}

/** Asks for older lines (`useOlder`) where there are any. */
export function OlderButton({ pages, children }: { pages: OlderPages; children: ReactNode }) {
  if (!pages.hasNextPage) return null;
  return (
    <button
      type="button"
      className="btn s t"
      disabled={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    >
      {children}
    </button>
  );
}
