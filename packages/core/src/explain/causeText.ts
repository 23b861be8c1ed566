import { causeIdOf, kindOf } from "../exposure/causeOf.ts";
import { CAUSE_KINDS, type Cause, type CauseKind } from "../exposure/types.ts";

const ONE: Readonly<Record<CauseKind, string>> = {
  protocol: "protocol",
  operator: "operator",
  avs: "AVS",
  bridge: "bridge",
  oracle: "oracle",
  "admin-key": "admin key",
};
const MANY: Readonly<Record<CauseKind, string>> = {
  protocol: "protocols",
  operator: "operators",
  avs: "AVSs",
  bridge: "bridges",
  oracle: "oracles",
  "admin-key": "admin keys",
};

function isKind(text: string): text is CauseKind {
  return (CAUSE_KINDS as readonly string[]).includes(text);
}

/** `operator:unknown+avs:eigenda` as people say it: `unknown operators and AVS eigenda`. A kind alone is all of it. */
export function causeText(id: string): string {
  return id
    .split("+")
    .map((each) => {
      if (isKind(each)) return MANY[each];
      const cause = each as Cause;
      const name = causeIdOf(cause);
      return name === "unknown" ? `unknown ${MANY[kindOf(cause)]}` : `${ONE[kindOf(cause)]} ${name}`;
    })
    .join(" and ");
}
