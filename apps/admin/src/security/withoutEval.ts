import { config } from "zod";

/**
 * Schemas in the browser are read step by step. zod would otherwise try to compile them with `new Function`, which the content
 * security policy refuses and reports.
 */
config({ jitless: true });
