import { cpus, totalmem } from "node:os";

/** What the figures were measured on. */
export function machine(): string {
  const cores = cpus();
  const gibibytes = Math.round(totalmem() / 1024 ** 3);
  return `${cores[0]?.model.trim() ?? process.arch}, ${cores.length} cores, ${gibibytes} GiB, Node ${process.versions.node}`;
}
