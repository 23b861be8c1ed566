import type { LidoFile } from "./lidoFile.ts";
import { usualTotal } from "./usualTotal.ts";

/** Below that many transfers of another total of shares it is taken for a wrong figure, not for another pool. */
const FEWEST_OF_A_POOL = 2;

/**
 * Parts of a file that each need a pool of their own: the steps with the transfers of the usual total of shares, and the transfers of every
 * other total that several of them share.
 */
export function partsOf({ transfers, steps, safeTests }: LidoFile): readonly LidoFile[] {
  const usual = usualTotal({ transfers, steps });
  const groups = [...Map.groupBy(transfers, ({ totalShares }) => String(totalShares ?? usual))];
  const others = groups.filter(([total, group]) => total !== usual && group.length >= FEWEST_OF_A_POOL);
  const elsewhere = new Set(others.flatMap(([, group]) => group));
  return [
    { transfers: transfers.filter((transfer) => !elsewhere.has(transfer)), steps, safeTests },
    ...others.map(([, group]) => ({ transfers: group, steps: [], safeTests: [] })),
  ];
}
