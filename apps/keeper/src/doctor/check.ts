/** One thing that the doctor looked at. `todo` is what to do about it; empty when there is nothing. */
export type Check = {
  readonly title: string;
  readonly level: "ok" | "warning" | "failed";
  readonly detail: string;
  readonly todo: string;
};

export const fine = (title: string, detail: string): Check => ({ title, level: "ok", detail, todo: "" });
export const warn = (title: string, facts: Pick<Check, "detail" | "todo">): Check => ({
  title,
  level: "warning",
  ...facts,
});
export const fail = (title: string, facts: Pick<Check, "detail" | "todo">): Check => ({
  title,
  level: "failed",
  ...facts,
});
