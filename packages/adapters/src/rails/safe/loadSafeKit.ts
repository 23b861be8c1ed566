import type * as SafeKit from "@safe-global/protocol-kit";

type SafeClass = typeof SafeKit.default.default;

/**
 * protocol-kit's class. Loaded when first needed, because it brings every chain viem knows and all Safe
 * deployments (about a second and 30 MB): commands that build nothing do not pay. A service calls this at its
 * start, so that the first proposal does not pay either.
 */
export async function loadSafeKit(): Promise<SafeClass> {
  const kit: { readonly default: unknown } = await import("@safe-global/protocol-kit");
  // One set of types serves both module forms and describes the CommonJS one; the ES module's default is the class.
  return kit.default as SafeClass;
}
