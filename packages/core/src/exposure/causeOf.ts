import type { Cause, CauseKind } from "./types.ts";

/** The cause of a kind by its id. */
export function causeOf(kind: CauseKind, id: string): Cause {
  return `${kind}:${id}`;
}

/** What is not known of a kind: one cause, shared by everything of which it is not known, never no risk. */
export function unknownOf(kind: CauseKind): Cause {
  return causeOf(kind, "unknown");
}

/** The kind of a cause. */
export function kindOf(cause: Cause): CauseKind {
  return cause.slice(0, cause.indexOf(":")) as CauseKind;
}

/** The id of a cause, without its kind. */
export function causeIdOf(cause: Cause): string {
  return cause.slice(cause.indexOf(":") + 1);
}
