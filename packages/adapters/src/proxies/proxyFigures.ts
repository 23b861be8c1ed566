import type { Missing, Source, VenueFigure, VenueId } from "@ballast/core";
import type { Answer } from "../chain/viewQuestion.ts";
import type { AdminOwner } from "./readAdminOwners.ts";
import type { ProxyReading } from "./readProxies.ts";

/** Figures that were read, and those that were not. */
export type FigureReadings = {
  readonly figures: readonly VenueFigure[];
  readonly missing: readonly Missing[];
};

type Stated = { readonly figure: string; readonly answer: Answer<bigint>; readonly source: Source };

/** `implementation:<contract>`, `admin:<contract>` and `owner:<contract>.admin`, each an address as a number, 0 for none. */
export function proxyFigures(
  venue: VenueId,
  { proxies, owners }: { readonly proxies: readonly ProxyReading[]; readonly owners: readonly AdminOwner[] },
): FigureReadings {
  const slots = proxies.flatMap(({ name, address, implementation, admin }): readonly Stated[] => {
    const source = { kind: "state", account: address, field: "storage" } as const;
    return [
      { figure: `implementation:${name}`, answer: implementation, source },
      { figure: `admin:${name}`, answer: admin, source },
    ];
  });
  const owned = owners.map(({ name, admin, owner }): Stated => {
    const source = { kind: "call", contract: admin, method: "owner" } as const;
    return { figure: `owner:${name}.admin`, answer: owner, source };
  });
  const all = [...slots, ...owned];
  return {
    figures: all.flatMap(({ figure, answer, source }) =>
      answer.ok ? [{ venue, figure, value: answer.value, source }] : [],
    ),
    missing: all.flatMap(({ answer }) => (answer.ok ? [] : [answer.missing])),
  };
}
