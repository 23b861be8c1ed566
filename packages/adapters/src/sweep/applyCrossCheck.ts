import type { HeadReading } from "@ballast/core";
import type { CrossCheck } from "./crossCheck.ts";
import type { SnapshotParts } from "./snapshotParts.ts";

/** Sources that agreed on the block but did not confirm the critical readings count as silent. */
export const headsAfter = (heads: readonly HeadReading[], { silent }: CrossCheck): readonly HeadReading[] =>
  heads.map((head) => {
    const found = silent.find(({ source }) => source === head.source);
    return found === undefined ? head : { ...head, state: "silent", detail: found.detail };
  });

/** A position's own subject, and that of its form alone: who names a position before its operator is known disputes all of them. */
const subjectsOf = (position: string): readonly string[] => [
  `position:${position}`,
  `position:${position.split("@", 1)[0]}`,
];

/**
 * Takes disputed readings out of an account's parts: a figure that a second source denies is not a figure. With a position goes its way
 * out, with a venue what waits in its queue. What is left says so as a dispute and as missing.
 */
export function withoutDisputed(parts: SnapshotParts, { disputes }: CrossCheck): SnapshotParts {
  const own = disputes.filter(({ account }) => account.address === parts.account.address);
  const subjects = new Set(own.map(({ dispute }) => dispute.subject));
  const isKept = ({ position }: { readonly position: string }) =>
    !subjectsOf(position).some((subject) => subjects.has(subject));
  return {
    ...parts,
    safe: subjects.has("safe") ? null : parts.safe,
    positions: parts.positions.filter(isKept),
    exits: parts.exits.filter(isKept),
    tickets: parts.tickets.filter(
      ({ ticket, venue }) =>
        ![`ticket:${ticket}`, `ticket:${venue}:all`, `venue:${venue}`].some((subject) =>
          subjects.has(subject),
        ),
    ),
    disputes: [...parts.disputes, ...own.map(({ dispute }) => dispute)],
    missing: [
      ...parts.missing.filter(({ subject }) => !subjects.has(subject)),
      ...own.map(({ missing }) => missing),
    ],
  };
}
