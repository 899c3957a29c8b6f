/** The server's answer where it was not what was asked for: RFC 9457 problem details as an error. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: string;
  readonly status: number;
  readonly detailZh: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly retryAfterMs: number | undefined;

  constructor(parts: {
    code: string;
    status: number;
    detailEn: string;
    detailZh: string;
    values?: Readonly<Record<string, unknown>>;
    retryAfterMs?: number | undefined;
  }) {
    super(parts.detailEn);
    this.code = parts.code;
    this.status = parts.status;
    this.detailZh = parts.detailZh;
    this.values = parts.values ?? {};
    this.retryAfterMs = parts.retryAfterMs;
  }
}

/** The problem in an HTTP answer; one without a problem document becomes code HTTP_<status>. */
export async function problemIn(response: Response): Promise<ProblemError> {
  const text = await response.text();
  const found = response.headers.get("content-type")?.includes("json")
    ? (JSON.parse(text) as Record<string, unknown>)
    : {};
  const seconds = Number(response.headers.get("retry-after"));
  return new ProblemError({
    code: typeof found.code === "string" ? found.code : `HTTP_${response.status}`,
    status: response.status,
    detailEn: typeof found.detailEn === "string" ? found.detailEn : `The server answered ${response.status}.`,
    detailZh: typeof found.detailZh === "string" ? found.detailZh : `服务器返回 ${response.status}`,
    values: isRecord(found.values) ? found.values : {},
    retryAfterMs: seconds > 0 ? seconds * 1_000 : undefined,
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
