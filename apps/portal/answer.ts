/** A page, or a receipt as a file. `height` is there where the same address has the same answer until the next block. */
export interface PortalAnswer {
  readonly status: number;
  readonly body: string;
  readonly type: "html" | "receipt";
  readonly height?: number;
}
