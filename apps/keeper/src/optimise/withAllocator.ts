import type { Allocator } from "@ballast/core";
import { createLog } from "../log.ts";
import { allocate } from "./allocate.ts";
import { createSolver } from "./solver.ts";

/** Wall clock for one problem where no head waits: the node limit ends a search long before, so the same history gives the same answers on any machine. */
const PATIENT_MILLISECONDS = 60_000;

/** Runs something that allocates over stored history, with a solver of its own for as long as it takes. */
export async function withAllocator<Result>(run: (allocator: Allocator) => Promise<Result>): Promise<Result> {
  const solver = createSolver({ log: createLog("warn"), milliseconds: PATIENT_MILLISECONDS });
  try {
    return await run((context, findings) => allocate(solver, { context, findings }));
  } finally {
    await solver.close();
  }
}
