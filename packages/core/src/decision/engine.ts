/** Version of everything that turns inputs into decisions: rules, allocator, planning, encoding. Any change of behaviour raises it. */
export const engineVersion = "1.2.0";

/** The engine as a decision input. */
export type EngineDocument = { readonly schema: "ballast/engine/1"; readonly version: string };

/** Content-addressed as kind `engine`. */
export const engineDocument: EngineDocument = { schema: "ballast/engine/1", version: engineVersion };
