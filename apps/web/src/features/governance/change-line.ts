/** One thing as it was and as it would be. */
export interface ChangeLine {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}
